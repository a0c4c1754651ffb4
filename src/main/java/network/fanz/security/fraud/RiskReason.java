package network.fanz.security.fraud;

import org.jspecify.annotations.Nullable;

/**
 * A rule that gave points.
 *
 * @param word the rule's name, such as {@code velocity_payments}; it never changes once published
 * @param weight how many points of 100
 * @param why the rule in a sentence, with the figures that it compared
 * @param version the rule's version; null of assessments from before rules had one each
 */
public record RiskReason(
        String word, int weight, String why, @Nullable Integer version) {}
