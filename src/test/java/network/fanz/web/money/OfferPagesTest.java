package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.web.show.PaymentText;
import org.junit.jupiter.api.Test;

/** How a fee is written. */
class OfferPagesTest {
    @Test
    void feesAreWrittenWithoutNeedlessDecimals() {
        assertThat(PaymentText.percent(2000)).isEqualTo("20 %");
        assertThat(PaymentText.percent(725)).isEqualTo("7.25 %");
        assertThat(PaymentText.percent(50)).isEqualTo("0.5 %");
        assertThat(PaymentText.percent(0)).isEqualTo("0 %");
    }
}
