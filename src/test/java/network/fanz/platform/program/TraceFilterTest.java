package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceFilterTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void goesOnWithTheCallersTrace() {
        assertThat(TraceFilter.trace("00-" + TRACE + "-00f067aa0ba902b7-01")).isEqualTo(TRACE);
    }

    @Test
    void startsATraceOfItsOwnForAnythingElse() {
        for (String given : new String[] {null, "", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "x\ny", TRACE}) {
            assertThat(TraceFilter.trace(given)).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        }
    }
}
