package network.fanz.web.watch;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A published work in a list.
 *
 * @param film whether it moves
 * @param picture the address of its small picture; null unless this reader may see it, and then nothing of the work is sent
 * @param forSupporters whether a pass opens it
 * @param price what it costs by itself; null if it is not sold so
 */
public record WorkTile(
        UUID id,
        String title,
        AccountId creator,
        String name,
        boolean film,
        @Nullable String picture,
        boolean forSupporters,
        @Nullable Money price,
        Instant publishedAt) {}
