package network.fanz.finance.ledger;

/** The chart of accounts. The number is what is stored, so it never changes. */
public enum AccountCode {
    /** Money at the card provider that is ours: debited when a fan pays. */
    PROVIDER_CLEARING(100),
    /** A fan's wallet. */
    FAN_WALLET(200),
    /** What a fan pays by card, on its way to creator and platform: every payment leaves it as it found it. */
    FAN_PURCHASES(201),
    /** What a creator has earned and not yet been paid. */
    CREATOR_EARNINGS(210),
    /** What the platform keeps. */
    PLATFORM_FEES(400);

    private final int number;

    AccountCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalStateException if no account has this number */
    public static AccountCode of(int number) {
        for (AccountCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalStateException("No account code " + number);
    }
}
