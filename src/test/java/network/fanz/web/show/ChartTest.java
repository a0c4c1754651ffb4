package network.fanz.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of a chart whose box is 40 high, with 2 above and below. */
class ChartTest {
    @Test
    void standsOnTheLineOfNothing() {
        Chart chart = ofCounts(List.of(0L, 10L), List.of());
        assertThat(chart.line()).isEqualTo("M0.00 38.00L100.00 2.00");
        assertThat(chart.area()).endsWith("V38.00H0Z");
        assertThat(chart.grid()).isEqualTo("M0 2.00H100.00M0 20.00H100.00M0 38.00H100.00");
    }

    @Test
    void goesBelowNothingWhereMoreIsGivenBackThanTaken() {
        Chart chart = ofCounts(List.of(30L, -10L), List.of(0L, 0L));
        assertThat(chart.min()).isEqualByComparingTo("-10");
        assertThat(chart.line()).isEqualTo("M0.00 2.00L100.00 38.00");
        assertThat(chart.area()).endsWith("V29.00H0Z");
        assertThat(chart.previous()).isEqualTo("M0.00 29.00L100.00 29.00");
        assertThat(chart.grid()).contains("M0 29.00H100.00");
    }

    @Test
    void drawsTheDayThatIsNotOverAsALineOfItsOwn() {
        Chart chart = new Chart(List.of(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE), List.of(), true);
        assertThat(chart.line()).isEqualTo("M0.00 38.00L50.00 2.00");
        assertThat(chart.rest()).isEqualTo("M50.00 2.00L100.00 34.40");
        assertThat(chart.area()).isEqualTo("M0.00 38.00L50.00 2.00V38.00H0Z");
    }

    @Test
    void isFlatWhereThereIsNothingAtAll() {
        assertThat(ofCounts(List.of(0L, 0L), List.of()).line()).isEqualTo("M0.00 38.00L100.00 38.00");
    }

    private static Chart ofCounts(List<Long> now, List<Long> before) {
        return new Chart(
                now.stream().map(BigDecimal::valueOf).toList(),
                before.stream().map(BigDecimal::valueOf).toList(),
                false);
    }
}
