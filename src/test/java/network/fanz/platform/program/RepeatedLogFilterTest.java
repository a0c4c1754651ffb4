package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import network.fanz.common.RedactedFailure;
import org.junit.jupiter.api.Test;

class RepeatedLogFilterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RepeatedLogFilter filter = new RepeatedLogFilter(nanos::get);
    private final LoggerContext loggers = new LoggerContext();

    @Test
    void letsABoundedNumberOfLinesOfOneKindThroughAMinute() {
        assertThat(passed("org.library.Thing", Level.ERROR, new IllegalStateException()))
                .isEqualTo(20);
        assertThat(passed("org.library.Thing", Level.ERROR, new IllegalArgumentException()))
                .isEqualTo(20);
        assertThat(passed("network.fanz.Thing", Level.WARN, null)).isEqualTo(60);
        nanos.addAndGet(60_000_000_000L);
        assertThat(passed("network.fanz.Thing", Level.WARN, null)).isEqualTo(60);
    }

    @Test
    void saysTenTimesAMinuteThatTheDatabaseIsAwayWhoeverSaysIt() {
        Object[] values = {"a job", RedactedFailure.NO_DATABASE};
        long lines = IntStream.range(0, 100)
                .filter(number -> filter.decide(
                                null,
                                loggers.getLogger("network.fanz.Thing" + number % 7),
                                Level.WARN,
                                "Sentence " + number % 5,
                                values,
                                null)
                        != FilterReply.DENY)
                .count();
        assertThat(lines).isEqualTo(10);
    }

    @Test
    void leavesWhatIsNoWarningAlone() {
        assertThat(passed("network.fanz.Thing", Level.INFO, null)).isEqualTo(1000);
    }

    private long passed(String name, Level level, Throwable thrown) {
        Logger logger = loggers.getLogger(name);
        return IntStream.range(0, 1000)
                .filter(number -> filter.decide(null, logger, level, "It happened", null, thrown) != FilterReply.DENY)
                .count();
    }
}
