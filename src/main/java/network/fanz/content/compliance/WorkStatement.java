package network.fanz.content.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a creator says of who is in a work and how it was made, or once said.
 *
 * @param number from 1 on
 * @param change the request that made it
 * @param people ids of records; nobody's where the work shows no real person
 * @param whole whether all records that it named are still there
 * @param amendment null in the first
 */
public record WorkStatement(
        UUID work,
        int number,
        UUID change,
        AccountId creator,
        StatementDetails details,
        List<UUID> people,
        boolean whole,
        @Nullable Amendment amendment,
        Instant at) {
    public WorkStatement {
        people = List.copyOf(people);
    }
}
