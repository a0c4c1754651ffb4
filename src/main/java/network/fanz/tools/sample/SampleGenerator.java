package network.fanz.tools.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.UnexpectedAnswer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.Environment;

/** Lives through the sample's days one by one, before the program says that it is ready. */
final class SampleGenerator implements ApplicationRunner {
    private final SampleSettings settings;
    private final IdentitySettings identity;
    private final SampleClock clock;
    private final DataFolder folder;
    private final SampleIdleWait idle;
    private final Mailbox mailbox;
    private final Environment environment;
    private final WebServerApplicationContext server;
    private final PrintStream out = System.out;

    SampleGenerator(
            SampleSettings settings,
            IdentitySettings identity,
            SampleClock clock,
            DataFolder folder,
            SampleIdleWait idle,
            Mailbox mailbox,
            Environment environment,
            WebServerApplicationContext server) {
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
        this.folder = folder;
        this.idle = idle;
        this.mailbox = mailbox;
        this.environment = environment;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        mark(SampleGuard.UNFINISHED);
        try {
            simulate();
        } catch (UnexpectedAnswer | UncheckedIOException failed) {
            throw new SampleRefused(
                    "The sample in " + folder.path() + " could not be made: " + failed.getMessage(),
                    "Delete the folder and make it again.",
                    failed);
        }
        mark(SampleGuard.MADE);
        out.println("The sample is made.");
    }

    private void simulate() {
        SampleSimulation simulation = new SampleSimulation(settings, identity, clock, address(), mailbox, idle);
        Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        for (int day = 0; day < settings.days() - 1; day++) {
            simulation.simulateDay(day, first.plus(day, ChronoUnit.DAYS));
            if (day % 10 == 0) {
                out.println("Making the sample: day " + (day + 1) + " of " + (settings.days() - 1));
            }
        }
        DataFolder.writeSecret(
                folder.resolve(DataFolder.SAMPLE_SIGN_INS), String.join("\n", simulation.signIns()) + "\n");
        clock.catchUp();
        idle.awaitSubscribers();
    }

    private ProgramAddress address() {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        return new ProgramAddress(
                environment.getProperty("fanz.web.parent-domain", "fanz.localhost"), port, folder.path());
    }

    private void mark(String text) {
        try {
            Files.writeString(folder.resolve(DataFolder.SAMPLE_MARK), text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
