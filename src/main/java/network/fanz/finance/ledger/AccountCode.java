package network.fanz.finance.ledger;

/** The chart of accounts. The number is stored, so it never changes. */
public enum AccountCode {
    /** Our money at the card provider: debited when a fan pays. */
    PROVIDER_CLEARING(100),
    /** A fan's wallet. */
    FAN_WALLET(200),
    /** A fan's card payments on their way to creator and platform: each payment adds and takes the same amount. */
    FAN_PURCHASES(201),
    /** A creator's earnings that are not yet paid out. */
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
