package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedFaultsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> written = new ArrayList<>();
    private final RepeatedFaults faults = new RepeatedFaults(LoggerFactory.getLogger("test"), nanos::get);

    @Test
    void writesTheSameFaultOnceAMinuteAndTellsAllItsCallersThatReference() {
        Set<String> told = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            told.add(faults.reference("same", written::add));
        }
        assertThat(written).hasSize(1).containsExactlyElementsOf(told);
        nanos.addAndGet(60_000_000_000L);
        assertThat(faults.reference("same", written::add)).isEqualTo(written.getLast());
        assertThat(written).hasSize(2);
    }

    @Test
    void writesEachOtherFault() {
        faults.reference("one", written::add);
        faults.reference("other", written::add);
        assertThat(written).hasSize(2).doesNotHaveDuplicates();
    }
}
