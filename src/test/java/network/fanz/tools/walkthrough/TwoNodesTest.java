package network.fanz.tools.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import network.fanz.testing.LoadBalancer;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, every request to the other one: nothing that a story needs is in one node's memory. */
@Tag("journey")
class TwoNodesTest {
    @Test
    void everyFlowHoldsWithoutStickySessions() {
        try (LoadBalancer loadBalancer = new LoadBalancer()) {
            String[] behind = {
                "--fanz.identity.public-port=" + loadBalancer.port(), "--fanz.http.trusted-proxies=127.0.0.1/32"
            };
            try (RunningFanz first = RunningFanz.start(behind);
                    RunningFanz second = first.another(behind)) {
                loadBalancer.over(List.of(first, second));
                assertThat(walk(new ProgramAddress("fanz.localhost", loadBalancer.port(), first.folder())))
                        .doesNotContain("failed at");
                assertThat(loadBalancer.requestsOf(0)).isGreaterThan(50);
                assertThat(loadBalancer.requestsOf(1)).isGreaterThan(50);
            }
        }
    }

    private static String walk(ProgramAddress address) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Walkthrough.all(address, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
