package network.fanz.content.compliance;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, or once said, of a person.
 *
 * @param number from 1 on
 * @param change the request that made it
 * @param amendment null in the first
 */
public record PerformerVersion(
        int number,
        UUID change,
        PerformerDetails details,
        @Nullable Amendment amendment,
        AccountId by,
        Instant at) {}
