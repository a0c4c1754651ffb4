package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fan's request to be given a payment back. There is one for each payment at most.
 *
 * @param reason the fan's words; empty if they have been erased
 * @param creatorsWords why the creator declined; null if they have not, or gave no answer
 * @param financesWords why finance staff declined; null if they have not
 * @param dueAt until when whoever has it should answer; null if nobody has to
 */
public record RefundRequest(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        Money price,
        RefundRequestState state,
        String reason,
        @Nullable String creatorsWords,
        @Nullable String financesWords,
        Instant askedAt,
        Instant movedAt,
        @Nullable Instant dueAt) {}
