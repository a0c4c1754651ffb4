package network.fanz.security.identity;

/**
 * A link from one of the letters about a change of address, for a page that says what it is for before it is used.
 *
 * @param toNew whether the letter went to the new address; otherwise to the one that the account had
 * @param confirmed whether a link of that side was used already
 * @param address the new address, with most of the part before the @ left out; empty once the change has ended
 * @param own whether the change is of the asking account
 */
public record AddressChangeLink(
        AddressChangeState state, boolean toNew, boolean confirmed, String address, boolean own) {
    public boolean open() {
        return state == AddressChangeState.OPEN;
    }

    /** Never shows the address. */
    @Override
    public String toString() {
        return "AddressChangeLink[state=" + state + "]";
    }
}
