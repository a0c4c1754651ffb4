package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import org.junit.jupiter.api.Test;

/** What a payment on its way waits for, and how long its page waits with it. */
class CheckoutWaitTest {
    private static final UUID ID = new UUID(0, 1);
    private static final AccountId SOMEBODY = new AccountId(ID);

    @Test
    void everyStateBeforeAnEndSaysForWhatItWaits() {
        assertThat(Arrays.stream(PaymentState.values())
                        .map(state -> in(state, null))
                        .filter(payment -> CheckoutWait.of(payment, false) != null))
                .allMatch(Payment::moving)
                .hasSize((int) Arrays.stream(PaymentState.values())
                        .filter(state -> in(state, null).moving())
                        .count());
    }

    @Test
    void onlyAPaymentThatWaitsForItsCardAsksItsBuyerForSomething() {
        Payment card = in(PaymentState.AUTHORISING, "/card");
        assertThat(CheckoutWait.of(card, false).forBuyer()).isTrue();
        assertThat(CheckoutWait.of(card, true).title())
                .isNotEqualTo(CheckoutWait.of(card, false).title());
        assertThat(CheckoutWait.of(in(PaymentState.AUTHORISING, null), true).forBuyer())
                .isFalse();
        assertThat(CheckoutStep.of(in(PaymentState.AUTHORISING, null)).get(1).done())
                .isTrue();
        assertThat(CheckoutStep.of(card).get(1).current()).isTrue();
    }

    @Test
    void aPageLooksAgainForSomeMinutesAndThenNoMore() {
        int seconds = 0;
        CheckoutLook look = new CheckoutLook(ID, true, 0);
        for (; !look.over(); look = new CheckoutLook(ID, true, look.number() + 1)) {
            assertThat(look.next()).isEqualTo("/checkout/" + ID + "?back&look=" + (look.number() + 1));
            seconds += look.seconds(false);
        }
        assertThat(seconds).isBetween(5 * 60, 15 * 60);
        assertThat(new CheckoutLook(ID, false, Integer.MAX_VALUE).over()).isTrue();
        assertThat(new CheckoutLook(ID, false, -7).next()).endsWith("?look=1");
    }

    private static Payment in(PaymentState state, String nextUrl) {
        Money price = Money.of(Asset.USD, 500);
        Money nothing = Money.zero(Asset.USD);
        return new Payment(
                ID,
                SOMEBODY,
                SOMEBODY,
                PaymentKind.TIP,
                null,
                price,
                nothing,
                price,
                state,
                null,
                null,
                nextUrl,
                "WORD",
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
