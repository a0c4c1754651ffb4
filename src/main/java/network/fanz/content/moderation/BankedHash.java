package network.fanz.content.moderation;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A hash in a bank.
 *
 * @param hash in hexadecimal digits
 * @param reference what whoever added it knows it by, such as a case's number; null if nothing was given
 * @param withdrawal null while it is in force
 */
public record BankedHash(
        long id,
        UUID bank,
        HashAlgorithm algorithm,
        String hash,
        @Nullable String reference,
        Instant addedAt,
        AccountId addedBy,
        @Nullable Withdrawal withdrawal) {
    /** That, by whom and why it matches no more. */
    public record Withdrawal(Instant at, AccountId by, String because) {}
}
