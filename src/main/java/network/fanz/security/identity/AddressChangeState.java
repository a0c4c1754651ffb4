package network.fanz.security.identity;

/** What has become of a change of an account's email address. */
public enum AddressChangeState {
    OPEN("This change waits to be confirmed."),
    DONE("The change has been made: the account has its new email address, and letters go there."),
    CANCELLED("Somebody who is signed in to the account has called the change off. Its email address is what it was."),
    OBJECTED("The change was refused from the mailbox of the account's address. Its email address is what it was."),
    LAPSED(
            "The change has ended without being made: its time ran out, the account's password was changed meanwhile, or another"
                    + " address was asked for since.");

    private final String words;

    AddressChangeState(String words) {
        this.words = words;
    }

    /** What it means for whoever has opened a link of the change. */
    public String words() {
        return words;
    }
}
