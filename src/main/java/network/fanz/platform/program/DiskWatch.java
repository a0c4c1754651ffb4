package network.fanz.platform.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Watches the disk on which the data folder lies: PostgreSQL ends when it is full, so that must be said before. */
final class DiskWatch implements PartReporter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final String PART = "Disk";
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);
    private static final double BYTES_A_GIGABYTE = 1024.0 * 1024 * 1024;

    private final Path folder;
    private final long freeMin;
    private final LongConsumer onLow;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean told;

    /** @param onLow told once with what is left, each time it falls below the minimum; tried again while it throws */
    DiskWatch(Path folder, DataSize freeMin, LongConsumer onLow) {
        this.folder = folder;
        this.freeMin = freeMin.toBytes();
        this.onLow = onLow;
        Thread.ofPlatform().name("disk-watch").daemon(true).start(this::watch);
    }

    @Override
    public List<PartReport> reports() {
        long free;
        try {
            free = free();
        } catch (IOException failed) {
            return List.of(PartReport.alarm(
                    PART, "The data folder's disk does not answer.", "Look whether the disk is still there."));
        }
        Sentence todo = Sentence.of("Make room, or give it a larger disk. docs/retention.md says what grows.");
        if (free < freeMin) {
            return List.of(PartReport.alarm(
                    PART,
                    Sentence.of(
                            "The data folder's disk has {0} left. When it is full PostgreSQL ends, and nobody can sign in or pay.",
                            gigabytes(free)),
                    todo));
        }
        return List.of(
                free < 2 * freeMin
                        ? PartReport.attention(
                                PART,
                                Sentence.of(
                                        "The data folder's disk has {0} left; below {1} it is an alarm.",
                                        gigabytes(free), gigabytes(freeMin)),
                                todo)
                        : PartReport.works(PART, Sentence.of("The data folder's disk has {0} left.", gigabytes(free))));
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(LOOK_INTERVAL.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            long free = free();
            if (free >= freeMin) {
                told = false;
            } else if (!told) {
                LOG.error("ALARM: the data folder's disk has {} left", gigabytes(free));
                onLow.accept(free);
                told = true;
            }
        } catch (Throwable failed) {
            LOG.warn("The disk could not be looked at, or nobody be told: {}", RedactedFailure.describe(failed));
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / BYTES_A_GIGABYTE);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
