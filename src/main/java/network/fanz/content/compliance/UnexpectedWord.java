package network.fanz.content.compliance;

import java.time.Instant;

/**
 * What a provider said of a check that no transition answers.
 *
 * @param word what the provider calls it
 * @param state where the check stood then
 */
public record UnexpectedWord(String word, VerificationState state, Instant at) {}
