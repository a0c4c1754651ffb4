package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request says beside its payment, which it follows a moment later. */
class RefundRequestTest {
    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    private static final Money PRICE = Money.of(Asset.USD, 1250);

    @ParameterizedTest
    @EnumSource(names = {"WITH_CREATOR", "WITH_FINANCE", "GIVING_BACK", "GIVEN_BACK"})
    void saysOfTheMoneyWhatThePaymentSays(RefundRequestState state) {
        assertThat(seen(state, PaymentState.REFUNDING, null)).isEqualTo(RefundRequestState.GIVING_BACK);
        assertThat(seen(state, PaymentState.REFUNDED, null)).isEqualTo(RefundRequestState.GIVEN_BACK);
        assertThat(seen(state, PaymentState.REFUND_REFUSED, "provider_refused"))
                .isEqualTo(RefundRequestState.NOT_POSSIBLE);
    }

    @Test
    void isFinancesAgainWhereARefundDidNotWork() {
        assertThat(seen(RefundRequestState.GIVING_BACK, PaymentState.SETTLED, "not_covered"))
                .isEqualTo(RefundRequestState.WITH_FINANCE);
        assertThat(seen(RefundRequestState.WITH_CREATOR, PaymentState.SETTLED, "not_covered"))
                .isEqualTo(RefundRequestState.WITH_CREATOR);
    }

    @Test
    void whatWasDecidedStaysSo() {
        for (RefundRequestState state : EnumSet.of(RefundRequestState.DECLINED, RefundRequestState.WITHDRAWN)) {
            assertThat(seen(state, PaymentState.REFUNDED, null)).isEqualTo(state);
        }
    }

    private static RefundRequestState seen(RefundRequestState state, PaymentState payment, String reason) {
        RefundRequest request = new RefundRequest(
                UUID.randomUUID(), person(), person(), PaymentKind.TIP, PRICE, state, "Why", null, null, AT, AT, AT);
        return request.beside(payment(payment, reason)).state();
    }

    private static Payment payment(PaymentState state, String reason) {
        Money none = Money.zero(PRICE.asset());
        return new Payment(
                UUID.randomUUID(),
                person(),
                person(),
                PaymentKind.TIP,
                null,
                PRICE,
                none,
                PRICE,
                state,
                reason,
                null,
                null,
                "FANZ",
                AT,
                AT,
                null,
                null);
    }

    private static AccountId person() {
        return AccountId.of(UUID.randomUUID().toString());
    }
}
