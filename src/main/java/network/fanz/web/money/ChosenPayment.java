package network.fanz.web.money;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer has chosen to pay for with a saved card, and has not said yes to yet.
 *
 * @param key under which it is kept, and the idempotency key of the yes: however often that is sent, one payment is made
 * @param tip a tip's amount in base units; null for anything else
 * @param message what is written with a tip; null for nothing
 * @param pass null for anything else
 * @param again whether the pass is wanted although an earlier payment for it has no answer
 * @param work null for anything else
 */
record ChosenPayment(
        UUID key,
        Instant at,
        AccountId buyer,
        AccountId creator,
        UUID card,
        @Nullable BigInteger tip,
        @Nullable String message,
        @Nullable UUID pass,
        boolean again,
        @Nullable ChosenWork work)
        implements Serializable {
    /** A message is personal data: never in a log. */
    @Override
    public String toString() {
        return "ChosenPayment " + key;
    }
}
