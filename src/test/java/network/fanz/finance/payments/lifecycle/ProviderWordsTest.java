package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.security.fraud.TransactionOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderWordsTest {
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
        assertThat(ProviderWords.contradicts(state, said)).isTrue();
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
        assertThat(ProviderWords.contradicts(state, said)).isFalse();
    }

    @Test
    void neverPassesOverADisputeOrAnUnknownWord() {
        assertThat(Arrays.stream(PaymentState.values()))
                .allMatch(state -> ProviderWords.contradicts(state, CheckoutProgress.DISPUTED))
                .allMatch(state -> ProviderWords.contradicts(state, CheckoutProgress.UNRECOGNISED));
    }

    @Test
    void whatABookedPaymentsProviderContradictsIsNotYetWrongBefore() {
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state -> ProviderWords.contradicts(state, CheckoutProgress.DECLINED)))
                .containsExactly(
                        PaymentState.POSTED,
                        PaymentState.SETTLED,
                        PaymentState.REFUNDING,
                        PaymentState.REFUNDED,
                        PaymentState.REFUND_REFUSED);
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state -> ProviderWords.contradicts(state, CheckoutProgress.REFUNDED)))
                .containsExactly(PaymentState.SETTLED, PaymentState.REFUND_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "SETTLED, DISPUTED, DISPUTED",
        "REFUNDING, REFUNDED, REFUNDED",
        "POSTED, DISPUTED, DISPUTED",
        "DECLINED, DISPUTED,",
        "AUTHORISED, REFUNDED,",
        "SETTLED, CAPTURED,"
    })
    void onlyWhatWasBookedCanBeTakenBack(PaymentState state, CheckoutProgress said, TransactionOutcome kept) {
        assertThat(ProviderWords.takenBack(state, said)).isEqualTo(Optional.ofNullable(kept));
    }

    @Test
    void onlyADisputeAndARefundThatNobodyAskedForTakeMoneyBack() {
        assertThat(Arrays.stream(CheckoutProgress.values())
                        .filter(said -> ProviderWords.moneyTakenBack(said).isPresent()))
                .containsExactly(CheckoutProgress.REFUNDED, CheckoutProgress.DISPUTED);
        assertThat(ProviderWords.moneyTakenBack(CheckoutProgress.REFUNDED)).contains(TakenBack.PAID_BACK);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatMovesPaymentsIsOrdinaryAndNamesOne(CheckoutProgress said) {
        boolean moves = Set.of("OPEN", "UNKNOWN", "AUTHORISED", "CAPTURED", "DECLINED", "CANCELLED")
                .contains(said.name());
        CheckoutStatus status = CheckoutStatus.of(said);
        assertThat(ProviderWords.isOrdinary(new ProviderEvent("1", new UUID(0, 1), "word", status)))
                .isEqualTo(moves);
        assertThat(ProviderWords.isOrdinary(new ProviderEvent("1", null, "word", status)))
                .isFalse();
    }

    @Test
    void aVendorsWordIsShortAndHasNoNumberOfACard() {
        assertThat(ProviderWords.plain("charge.dispute:created-1")).isEqualTo("charge.dispute:created-1");
        assertThat(ProviderWords.plain("<b>4111111111111111</b>")).isEqualTo("_b_#__b_");
        assertThat(ProviderWords.plain("123456")).isEqualTo("123456");
        assertThat(ProviderWords.plain("")).isEqualTo("none");
        assertThat(ProviderWords.plain("x".repeat(61))).hasSize(60);
    }
}
