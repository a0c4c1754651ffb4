package network.fanz.platform.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import network.fanz.common.RedactedFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lets so many warnings and errors of one kind through a minute; at its end a line says how many more there were. Nobody fills the log by
 * doing the same thing again and again. Of ours the kind is the sentence, of libraries, which put data into it, the logger and the
 * exception's class. While the database is away nearly everything of ours warns of that: it is one kind, whoever says it.
 */
final class RepeatedLogFilter extends TurboFilter implements AutoCloseable {
    private static final String OURS = "network.fanz.";
    private static final int LINES_OF_OURS = 60;
    private static final int LINES_OF_LIBRARIES = 20;
    private static final int LINES_WITHOUT_DATABASE = 10;
    private static final int KINDS_MAX = 2_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RepeatedLogFilter.class);

    private final LongSupplier ticker;
    private final Map<String, RepeatedLine> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RepeatedLine> eldest) {
            return size() > KINDS_MAX;
        }
    };

    private static final class RepeatedLine {
        private final String logger;
        private final long since;
        private int count;

        RepeatedLine(String logger, long since) {
            this.logger = logger;
            this.since = since;
        }
    }

    /** @param ticker nanoseconds that never run backwards */
    RepeatedLogFilter(LongSupplier ticker) {
        this.ticker = ticker;
    }

    static RepeatedLogFilter install(LongSupplier ticker) {
        RepeatedLogFilter filter = new RepeatedLogFilter(ticker);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            filter.setContext(logback);
            filter.start();
            logback.addTurboFilter(filter);
        }
        return filter;
    }

    @Override
    public void close() {
        if (getContext() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String sentence,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        if (sentence == null
                || !level.isGreaterOrEqual(Level.WARN)
                || logger.getName().equals(LOG.getName())) {
            return FilterReply.NEUTRAL;
        }
        boolean ours = logger.getName().startsWith(OURS);
        if (ours && level == Level.WARN && saysThatTheDatabaseIsAway(values)) {
            return isTooMuch("network.fanz", RedactedFailure.NO_DATABASE, LINES_WITHOUT_DATABASE)
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
        String kind = ours ? sentence : thrown == null ? "" : thrown.getClass().getName();
        int most = ours ? LINES_OF_OURS : LINES_OF_LIBRARIES;
        return isTooMuch(logger.getName(), level + " " + kind, most) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean saysThatTheDatabaseIsAway(Object @Nullable [] values) {
        return values != null && Arrays.asList(values).contains(RedactedFailure.NO_DATABASE);
    }

    private synchronized boolean isTooMuch(String logger, String kind, int most) {
        long now = ticker.getAsLong();
        RepeatedLine line = kinds.compute(
                logger + " " + kind,
                (key, known) ->
                        known == null || now - known.since >= WINDOW.toNanos() ? new RepeatedLine(logger, now) : known);
        if (++line.count == most + 1) {
            Thread.ofVirtual().name("repeated-lines").start(() -> sayHowManyMoreLater(line, most));
        }
        return line.count > most;
    }

    private void sayHowManyMoreLater(RepeatedLine line, int most) {
        try {
            Thread.sleep(WINDOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        int count;
        synchronized (this) {
            count = line.count;
        }
        LOG.warn("{} had {} lines more of one kind within a minute", line.logger, count - most);
    }
}
