package network.fanz.content.catalogue.sales;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A single work that was bought, as it is kept.
 *
 * @param revokedAt when its money went back; null if it did not
 * @param ended whether nobody sees the work any more
 */
public record GrantedWork(
        UUID payment,
        UUID work,
        AccountId fan,
        AccountId creator,
        Instant paidAt,
        Instant grantedAt,
        @Nullable Instant revokedAt,
        boolean ended) {}
