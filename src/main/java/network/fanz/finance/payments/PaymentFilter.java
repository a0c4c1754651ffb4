package network.fanz.finance.payments;

import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which payments a list shows; a field that is null selects all.
 *
 * @param abandoned of those that ended with nothing taken: those that their buyers did not finish, or those that were declined
 * @param unbooked only those whose money went back without us and that nobody has booked by hand yet
 * @param person who made it or was paid by it
 * @param begun when it was begun
 * @param price exactly what it cost
 * @param last4 the last digits of the card that paid
 * @param reference the provider's id of its checkout, or the payment's own id, or the last eight digits of that
 */
public record PaymentFilter(
        @Nullable PaymentState state,
        @Nullable Boolean abandoned,
        @Nullable TakenBack takenBack,
        boolean unbooked,
        @Nullable AccountId person,
        @Nullable Period begun,
        @Nullable Money price,
        @Nullable String reference,
        @Nullable String last4) {
    public static final PaymentFilter ALL = new PaymentFilter(null, null, null, false, null, null, null, null, null);

    public static PaymentFilter of(@Nullable PaymentState state, @Nullable TakenBack takenBack) {
        return new PaymentFilter(state, null, takenBack, false, null, null, null, null, null);
    }

    public static PaymentFilter of(AccountId person) {
        return new PaymentFilter(null, null, null, false, person, null, null, null, null);
    }
}
