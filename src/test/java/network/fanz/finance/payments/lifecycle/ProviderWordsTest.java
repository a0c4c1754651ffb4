package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.spi.CheckoutProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexpectedMessagesTest {
    @ParameterizedTest
    @CsvSource({
        "SETTLED, REFUNDED",
        "SETTLED, REFUND_REFUSED",
        "SETTLED, DECLINED",
        "SETTLED, CANCELLED",
        "REFUNDED, CANCELLED",
        "REFUND_REFUSED, REFUNDED",
        "DECLINED, CAPTURED"
    })
    void callsPeopleToWhatContradictsTheState(PaymentState state, CheckoutProgress said) {
        assertThat(UnexpectedMessages.contradicts(state, said)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SETTLED, CAPTURED",
        "SETTLED, AUTHORISED",
        "SETTLED, UNKNOWN",
        "REFUNDED, REFUNDED",
        "REFUNDING, REFUNDED",
        "REFUND_REFUSED, REFUND_REFUSED",
        "DECLINED, AUTHORISED",
        "DECLINED, CANCELLED",
        "DECLINED, REFUNDED",
        "AUTHORISING, DECLINED"
    })
    void isSilentWhereAMessageIsLateAndTrue(PaymentState state, CheckoutProgress said) {
        assertThat(UnexpectedMessages.contradicts(state, said)).isFalse();
    }

    @Test
    void neverPassesOverADisputeOrAnUnknownWord() {
        assertThat(Arrays.stream(PaymentState.values()))
                .allMatch(state -> UnexpectedMessages.contradicts(state, CheckoutProgress.DISPUTED))
                .allMatch(state -> UnexpectedMessages.contradicts(state, CheckoutProgress.UNRECOGNISED));
    }
}
