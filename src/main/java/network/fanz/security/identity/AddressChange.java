package network.fanz.security.identity;

import java.time.Instant;

/**
 * Another email address that an account's owner has asked for, and that is not the account's yet.
 *
 * @param email the new address
 * @param newConfirmed whether the link of the letter to the new address was used
 * @param formerConfirmed the same for the letter to the address that the account has
 * @param formerNeeded whether that is needed: an address that nobody has ever confirmed has no say
 */
public record AddressChange(
        String email,
        Instant askedAt,
        Instant expiresAt,
        boolean newConfirmed,
        boolean formerConfirmed,
        boolean formerNeeded) {
    /** Never shows the address. */
    @Override
    public String toString() {
        return "AddressChange[askedAt=" + askedAt + "]";
    }
}
