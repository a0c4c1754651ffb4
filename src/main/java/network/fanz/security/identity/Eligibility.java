package network.fanz.security.identity;

import java.util.List;

/**
 * Whether a person may have an account, and why not.
 *
 * @param reasons words such as {@code under_age}, {@code country_not_served}, {@code sanctions_match}; empty if eligible
 * @param policyVersion the version of the policy table that decided
 */
public record Eligibility(boolean eligible, List<String> reasons, int policyVersion) {}
