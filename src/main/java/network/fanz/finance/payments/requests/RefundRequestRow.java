package network.fanz.finance.payments.requests;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.RefundRequestState;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored, what was written in it sealed under the key of whoever wrote it.
 *
 * @param movedAt when it came into its state
 * @param withFinanceSince when it first came to finance staff; null if it never has
 * @param financier who of finance declined it; null if nobody has
 */
public record RefundRequestRow(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        RefundRequestState state,
        byte[] reason,
        byte @Nullable [] creatorsWords,
        byte @Nullable [] financesWords,
        @Nullable AccountId financier,
        Instant askedAt,
        Instant movedAt,
        @Nullable Instant withFinanceSince) {}
