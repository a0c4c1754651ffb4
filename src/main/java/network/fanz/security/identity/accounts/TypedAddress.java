package network.fanz.security.identity.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.fanz.common.EmailAddress;

/**
 * An address as somebody typed it to be found by it. Accounts from before addresses had one canonical form are found by the former rule
 * too, as long as what is typed is what they registered with: nobody loses an account by the new rule.
 *
 * @param compared the texts that passwords are salted with, and that look-up hashes are made of: the canonical form first, and the former
 *     one where it differs. Which there are depends on what was typed alone, never on what accounts there are
 * @param lookups their look-up hashes
 */
public record TypedAddress(List<String> compared, List<byte[]> lookups) {
    static TypedAddress of(String text, PersonalData personal) {
        List<String> compared = new ArrayList<>();
        EmailAddress.parse(text).ifPresent(address -> compared.add(address.key()));
        String former = formerKey(text);
        if (!compared.contains(former)) {
            compared.add(former);
        }
        return new TypedAddress(
                List.copyOf(compared), compared.stream().map(personal::lookup).toList());
    }

    /** What counts attempts: all ways to type an address share one count. */
    public byte[] lookup() {
        return lookups.getFirst();
    }

    /** What a new password of an account with this address is salted with. */
    public String salt() {
        return compared.getFirst();
    }

    /** How addresses were compared before they had a canonical form. */
    private static String formerKey(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
