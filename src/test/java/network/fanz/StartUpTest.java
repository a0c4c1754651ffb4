package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class StartUpTest {
    @Test
    void saysWhenItIsReady() {
        assertThat(RunningFanz.shared()
                        .visitor()
                        .get("tube", "/actuator/health/readiness")
                        .expect(200)
                        .text("status"))
                .isEqualTo("UP");
    }
}
