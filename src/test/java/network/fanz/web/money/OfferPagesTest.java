package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a fee is written. */
class OfferPagesTest {
    @Test
    void feesAreWrittenWithoutNeedlessDecimals() {
        assertThat(OfferPages.percent(2000)).isEqualTo("20 %");
        assertThat(OfferPages.percent(725)).isEqualTo("7.25 %");
        assertThat(OfferPages.percent(50)).isEqualTo("0.5 %");
        assertThat(OfferPages.percent(0)).isEqualTo("0 %");
    }
}
