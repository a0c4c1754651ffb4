package network.fanz.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import network.fanz.platform.events.FailedEvents;
import network.fanz.platform.events.SubscriptionState;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.walkthrough.Place;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.Environment;

/** Lives through the sample's days one by one, before the program says that it is ready. */
final class SampleMaker implements ApplicationRunner {
    private static final Duration DRAIN_MAX = Duration.ofMinutes(2);

    private final SampleSettings settings;
    private final SampleClock clock;
    private final DataFolder folder;
    private final FailedEvents events;
    private final Mailbox mailbox;
    private final Environment environment;
    private final WebServerApplicationContext server;
    private final PrintStream out = System.out;

    SampleMaker(
            SampleSettings settings,
            SampleClock clock,
            DataFolder folder,
            FailedEvents events,
            Mailbox mailbox,
            Environment environment,
            WebServerApplicationContext server) {
        this.settings = settings;
        this.clock = clock;
        this.folder = folder;
        this.events = events;
        this.mailbox = mailbox;
        this.environment = environment;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        mark(SampleGuard.UNFINISHED);
        SampleDays days = new SampleDays(settings, clock, place(), mailbox);
        Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        for (int day = 0; day < settings.days() - 1; day++) {
            days.live(day, first.plus(day, ChronoUnit.DAYS));
            drain();
            if (day % 10 == 0) {
                out.println("Making the sample: day " + (day + 1) + " of " + (settings.days() - 1));
            }
        }
        clock.catchUp();
        drain();
        mark(SampleGuard.MADE);
        out.println("The sample is made.");
    }

    private Place place() {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        return new Place(environment.getProperty("fanz.web.parent-domain", "fanz.localhost"), port, folder.path());
    }

    /** Waits until everyone has heard everything, so that no event is handled at a later day than its own. */
    private void drain() {
        long start = System.nanoTime();
        while (events.subscriptions().stream()
                        .mapToLong(SubscriptionState::behind)
                        .sum()
                > 0) {
            if (System.nanoTime() - start > DRAIN_MAX.toNanos()) {
                throw new IllegalStateException("The sample's events are not delivered");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void mark(String text) {
        try {
            Files.writeString(folder.resolve(DataFolder.SAMPLE_MARK), text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
