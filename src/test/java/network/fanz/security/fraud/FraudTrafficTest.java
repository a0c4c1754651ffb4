package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Honest and hostile traffic, smaller than {@code ./fanz bench fraud} makes it. */
@Tag("database")
class FraudTrafficTest {
    @Test
    void noHonestHabitIsDeclinedAndCardTestingIsStoppedAtOnce() {
        try (FraudTraffic traffic = new FraudTraffic(20_261_128L, 2)) {
            assertThat(traffic.honest())
                    .isNotEmpty()
                    .allSatisfy((habit, result) -> assertThat(result.declined())
                            .as("%s: %s", habit, result.words())
                            .isZero());
            assertThat(traffic.hostile()).isNotEmpty().allSatisfy((way, result) -> {
                assertThat(result.mostOfAnAddress()).as(way).isBetween(1, 5);
                assertThat(result.mostOfAnAccount()).as(way).isBetween(1, 3);
            });
        }
    }
}
