package network.fanz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.fanz.Fanz;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.jobs.Job;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.UserFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The real program with a database of its own and a throw-away data folder, spoken to over HTTP. Most tests share one; a test that
 * needs other settings starts its own and closes it.
 */
public final class RunningFanz implements AutoCloseable {
    private static final Duration SETTLE_POLL = Duration.ofMillis(5);

    /** All tests call from one machine and in a hurry; a test of a limit or of a wait names its own. */
    private static final Map<String, String> WIDE_LIMITS = Map.ofEntries(
            Map.entry("intake.open-requests", "65536"),
            Map.entry("intake.open-requests-per-address", "1000"),
            Map.entry("intake.running-requests-per-address", "1000"),
            Map.entry("intake.requests-per-second-per-address", "1000000"),
            Map.entry("moderation.undo-for", "2s"),
            Map.entry("limits.age-check", "100000/3600s/10000"),
            Map.entry("limits.global", "10000000/60s/100000"),
            Map.entry("limits.address", "10000000/60s/100000"),
            Map.entry("limits.user", "1000000/60s/100000"),
            Map.entry("limits.payment", "1000000/60s/100000"),
            Map.entry("limits.sign-in", "1000000/60s/100000"),
            Map.entry("limits.sign-in-address", "1000000/60s/100000"),
            Map.entry("limits.sign-in-pair", "10000/60s/1000"),
            Map.entry("limits.sign-in-account", "10000/60s/1000"));

    private final @Nullable TestDatabase database;
    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final Clock clock;

    private RunningFanz(@Nullable TestDatabase database, Path folder, List<String> settings, @Nullable Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock == null ? Clock.systemUTC() : clock;
        List<String> all = new ArrayList<>(
                database == null
                        ? List.of("--fanz.data.folder=" + folder, "--server.port=0")
                        : List.of(database.settings(folder)));
        all.addAll(settings);
        WIDE_LIMITS.forEach((limit, rate) -> {
            String option = "--fanz." + limit + "=";
            if (settings.stream().noneMatch(setting -> setting.startsWith(option))) {
                all.add(option + rate);
            }
        });
        this.context = new SpringApplicationBuilder(Fanz.class)
                .profiles("local")
                .registerShutdownHook(false)
                .initializers(fresh -> set(fresh, clock))
                .run(all.toArray(String[]::new));
    }

    /** The one that all tests of this run share. Leave nothing in it that another test could trip over. */
    public static RunningFanz shared() {
        return SharedProgram.INSTANCE;
    }

    /** A program of the test's own, with settings such as {@code --fanz.mail.from=…} on top. */
    public static RunningFanz start(String... settings) {
        return new RunningFanz(TestDatabase.fresh(), newFolder(), List.of(settings), null);
    }

    /** A program of the test's own on a database that the test looks after. */
    public static RunningFanz over(TestDatabase database, String... settings) {
        return new RunningFanz(database, newFolder(), List.of(settings), null);
    }

    /** A program of the test's own whose time the test sets. */
    public static RunningFanz at(Clock clock, String... settings) {
        return new RunningFanz(TestDatabase.fresh(), newFolder(), List.of(settings), clock);
    }

    /** A program with a PostgreSQL of its own in a data folder that the test looks after. */
    public static RunningFanz in(Path data, String... settings) {
        return new RunningFanz(null, data, List.of(settings), null);
    }

    /** The same, whose time the test sets. */
    public static RunningFanz in(Path data, Clock clock, String... settings) {
        return new RunningFanz(null, data, List.of(settings), clock);
    }

    private static void set(ConfigurableApplicationContext fresh, @Nullable Clock clock) {
        if (clock != null) {
            set((GenericApplicationContext) fresh, clock.getClass(), clock);
        }
    }

    /** By its own class, for some ask for a clock of a kind. */
    private static <C extends Clock> void set(GenericApplicationContext fresh, Class<C> type, Clock clock) {
        fresh.registerBean("testClock", type, () -> type.cast(clock), bean -> bean.setPrimary(true));
    }

    /** One more node on the same database and the same keys. */
    public RunningFanz another(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--fanz.vault.folder=" + folder.resolve("keys"));
        return new RunningFanz(database(), newFolder(), all, null);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public Path folder() {
        return folder;
    }

    public TestDatabase database() {
        return Objects.requireNonNull(database, "a database of the tests' server");
    }

    /** A bean of the program, for what no page or endpoint shows. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values().stream().toList();
    }

    /** Does a job's work now, whether it is due or not. */
    public void run(String job) {
        Job found = context.getBeansOfType(Job.class).values().stream()
                .filter(any -> any.name().equals(job))
                .findFirst()
                .orElseThrow();
        try {
            found.work().run();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Where it is, for whoever speaks to it over HTTP. */
    public ProgramAddress address() {
        return new ProgramAddress("fanz.localhost", port(), folder);
    }

    /** Somebody new in front of the program, with no cookie yet. */
    public ProgramClient client() {
        return address().client();
    }

    /** Somebody new who calls from another address of this machine, such as {@code 127.0.0.7}. */
    public ProgramClient clientFrom(String address) {
        return address().clientFrom(address);
    }

    /** Makes accounts in this program through its public API, with codes by its clock. */
    public UserFactory users() {
        return new UserFactory(address(), clock);
    }

    /** A creator who may upload, also where the time stands still. */
    public SignedInUser verifiedCreator() {
        SignedInUser creator = users().creator();
        IdentityDesk.show(creator, "approve");
        run("compliance.sandbox");
        run("compliance.ask");
        IdentityDesk.await(creator, "VERIFIED");
        IdentityDesk.sign(creator);
        return creator;
    }

    /** The first administrator, from now on the only one: other tests make more. */
    public SignedInUser onlyAdministrator() {
        SignedInUser first = users().administrator();
        first.client()
                .api("GET", "/api/v1/accounts?role=ADMINISTRATOR")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(account -> account.path("id").asString())
                .filter(account -> !account.equals(first.id()))
                .forEach(account -> first.client()
                        .api("DELETE", "/api/v1/accounts/" + account + "/roles/ADMINISTRATOR")
                        .expect(204));
        return first;
    }

    /** Waits until every subscription has handled every event that is for it, also those that come of others. */
    public void settle() {
        ParkedEvents events = bean(ParkedEvents.class);
        Awaitility.await().pollInterval(SETTLE_POLL).until(events::hasCaughtUp);
    }

    @Override
    public void close() {
        context.close();
        if (database != null) {
            TestFolders.delete(folder);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "fanz-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class SharedProgram {
        static final RunningFanz INSTANCE = begin();

        private static RunningFanz begin() {
            RunningFanz program = start();
            TestDatabase.beforeStop(program::close);
            return program;
        }
    }
}
