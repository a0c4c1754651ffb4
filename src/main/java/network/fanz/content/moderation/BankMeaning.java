package network.fanz.content.moderation;

/** What a match in a bank means, the gravest first. */
public enum BankMeaning {
    /** Seals: nobody sees it. Only custodians and administrators see such a bank. */
    CHILD_SAFETY,
    /** Pictures of people who have not agreed to it. */
    NON_CONSENSUAL,
    TERRORISM,
    /** What this house has refused before. */
    OWN_BANNED;

    /** Whether custodians and administrators alone see such a bank, and its hashes after a recent proof. */
    public boolean isForFewEyes() {
        return this == CHILD_SAFETY;
    }
}
