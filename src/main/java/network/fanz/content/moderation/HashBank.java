package network.fanz.content.moderation;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A bank of hashes.
 *
 * @param source whose hashes they are, in words
 * @param enabled whether it is asked
 * @param hashes how many are in force
 * @param offAsked who would switch it off where two people must; null if nobody would
 */
public record HashBank(
        UUID id,
        String name,
        String source,
        BankMeaning meaning,
        boolean enabled,
        long hashes,
        Instant madeAt,
        AccountId madeBy,
        @Nullable SwitchOffAsked offAsked) {}
