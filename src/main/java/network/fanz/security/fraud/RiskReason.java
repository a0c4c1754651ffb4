package network.fanz.security.fraud;

/**
 * A rule that gave points.
 *
 * @param word the rule's name, such as {@code velocity_payments}; it never changes once published
 * @param weight how many points of 100
 * @param why the rule in a sentence, with the figures that it compared
 */
public record RiskReason(String word, int weight, String why) {}
