package network.fanz.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.events.SubscriptionState;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.security.audit.Audit;
import network.fanz.testing.OffsetClock;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFolders;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.Walkthrough;

/**
 * The whole program for minutes under everything at once: journeys, floods of strangers, replays of read models, kills of PostgreSQL and a
 * clock that jumps. Afterwards it looks whether all is as it should be, and ends with status 1 if not.
 */
public final class SoakBench {
    private static final int FLOODERS = 8;
    private static final Duration REPLAY_EVERY = Duration.ofSeconds(45);
    private static final Duration KILL_EVERY = Duration.ofSeconds(90);
    private static final Duration JUMP_EVERY = Duration.ofSeconds(60);
    private static final Duration BACK_MAX = Duration.ofSeconds(60);
    private static final int THREADS_MORE = 40;
    private static final Duration WALK_EVERY = Duration.ofSeconds(8);
    private static final Duration REST_MAX = Duration.ofSeconds(90);
    private static final AccountId OPERATOR = AccountId.of("00000000-0000-8000-8000-000000000001");

    private final OffsetClock clock = new OffsetClock();
    private final RunningFanz program;
    private final boolean kills;
    private final boolean jumps;
    private final long end;
    private final List<String> faults = new ArrayList<>();
    private final AtomicLong floods = new AtomicLong();
    private final AtomicLong serverFaults = new AtomicLong();
    private final AtomicLong disturbancesBegun = new AtomicLong();
    private final AtomicLong disturbancesEnded = new AtomicLong();

    /** By the latest walk. */
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int walks;
    private int disturbed;
    private int replays;
    private int killed;

    private SoakBench(Path data, String... arguments) {
        this.kills = option("--kills", 1, arguments) > 0;
        this.jumps = option("--jumps", 1, arguments) > 0;
        // Each walk gives a wrong password from the same address: were they all within the window, it would rightly be
        // blocked.
        this.program = RunningFanz.in(data, clock, "--fanz.monitoring.brute-force-window=1m");
        this.end = System.nanoTime()
                + Duration.ofMinutes(option("--minutes", 20, arguments)).toNanos();
    }

    public static void main(String... arguments) throws Exception {
        Path folder = TestFolders.forPostgres("soak");
        SoakBench bench = new SoakBench(folder.resolve("data"), arguments);
        List<String> faults;
        try (RunningFanz program = bench.program) {
            faults = bench.run(arguments);
        } finally {
            TestFolders.delete(folder);
        }
        faults.forEach(fault -> say("NOT AS IT SHOULD BE: %s", fault));
        say("%s", faults.isEmpty() ? "all is as it should be" : faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private List<String> run(String... arguments) throws Exception {
        check("the first walk", walk());
        Footprint before = rested();
        List<Thread> all = new ArrayList<>();
        for (int number = 0; number < FLOODERS; number++) {
            int place = number;
            all.add(Thread.ofVirtual().start(() -> flood(place)));
        }
        all.add(every(REPLAY_EVERY, this::replay));
        if (kills) {
            all.add(every(KILL_EVERY, counted(this::killServer)));
        }
        if (jumps) {
            all.add(every(JUMP_EVERY, counted(this::jump)));
        }
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            walkOnce();
            Thread.sleep(
                    Math.max(0, WALK_EVERY.minusNanos(System.nanoTime() - begun).toMillis()));
        }
        for (Thread thread : all) {
            thread.join();
        }
        Footprint after = rested();
        // A stranger's client, which lives in this process too, ends its threads only when it is collected.
        long until = System.nanoTime() + REST_MAX.toNanos();
        while (after.threads() >= before.threads() + THREADS_MORE && System.nanoTime() < until) {
            after = rested();
        }
        say(
                "%d walks, %d of them disturbed; %d requests of strangers, %d answered 500; %d replays; PostgreSQL killed %d times",
                walks, disturbed, floods.get(), serverFaults.get(), replays, killed);
        say("before: %s; after: %s", before, after);
        lookAtEverything(before, after);
        BenchFigures figures = new BenchFigures();
        figures.put("soak.faults", faults.size());
        figures.put("soak.walks", walks);
        figures.writeFor(arguments);
        return faults;
    }

    private void walkOnce() {
        walks++;
        long begun = disturbancesBegun.get();
        boolean calm = disturbancesEnded.get() == begun;
        if (walk()) {
            return;
        }
        disturbed++;
        if (calm && disturbancesBegun.get() == begun) {
            check("walk " + walks + ", which met no kill and no jump, goes through", false);
            say("%s", said);
        }
    }

    private void lookAtEverything(Footprint before, Footprint after) {
        check("no stranger was answered 500", serverFaults.get() == 0);
        boolean last = walk();
        check("the last walk", last);
        if (!last) {
            say("%s", said);
        }
        program.settle();
        Ledger ledger = program.bean(Ledger.class);
        check("the books are sound", ledger.verify().findings().isEmpty());
        check("the trial balance balances", ledger.trialBalance().stream().allMatch(TrialBalance::balanced));
        check("the audit log is whole", program.bean(Audit.class).verify().good());
        for (SubscriptionState state : program.bean(ParkedEvents.class).subscriptions()) {
            check("nothing is parked in " + state.name(), state.failed() == 0);
        }
        check("memory is given back", after.heapMegabytes() < before.heapMegabytes() * 2 + 64);
        if (after.threads() >= before.threads() + THREADS_MORE) {
            sayThreads();
        }
        check("threads end", after.threads() < before.threads() + THREADS_MORE);
        check("files are closed", after.files() < before.files() + 60);
    }

    private void check(String what, boolean good) {
        say("%s: %s", what, good ? "yes" : "NO");
        if (!good) {
            faults.add(what);
        }
    }

    /** Of what kind they are, by their names without numbers. */
    private static void sayThreads() {
        Map<String, Long> kinds = Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().replaceAll("[0-9]+", "N"), Collectors.counting()));
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(10)
                .forEach(kind -> say("  %d x %s", kind.getValue(), kind.getKey()));
    }

    private boolean walk() {
        said.reset();
        ProgramAddress here = program.address();
        ProgramAddress patient =
                new ProgramAddress("http", here.parent(), here.port(), here.dataFolder(), Duration.ofSeconds(30));
        try {
            return Walkthrough.all(patient, new PrintStream(said, true, StandardCharsets.UTF_8));
        } catch (RuntimeException failed) {
            said.writeBytes(failed.toString().getBytes(StandardCharsets.UTF_8));
            return false;
        }
    }

    /** Empty and wrong sign-ins, pages that are not there and odd paths, each stranger from an address of its own. */
    private void flood(int place) {
        Random random = new Random(place);
        while (System.nanoTime() < end) {
            try {
                String address = "127.40." + place + "." + (1 + random.nextInt(250));
                var stranger = program.clientFrom(address);
                int status = switch (random.nextInt(4)) {
                    case 0 -> stranger.api("POST", "/api/v1/sessions", Map.of()).status();
                    case 1 ->
                        stranger.api(
                                        "POST",
                                        "/api/v1/sessions",
                                        Map.of("email", "a@fanz.test", "password", "not a right sentence"))
                                .status();
                    case 2 ->
                        stranger.get("tube", "/?x=1-1-1-" + random.nextInt()).status();
                    default ->
                        stranger.get("auth", "/nowhere/" + random.nextInt()).status();
                };
                floods.incrementAndGet();
                if (status == 500) {
                    serverFaults.incrementAndGet();
                }
                Thread.sleep(20);
            } catch (RuntimeException cut) {
                // Its line broke, which a stranger must live with.
                floods.incrementAndGet();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void replay() {
        ParkedEvents events = program.bean(ParkedEvents.class);
        events.subscriptions().stream().filter(SubscriptionState::replayable).forEach(state -> {
            events.replay(state.name(), OPERATOR);
            replays++;
        });
    }

    /** As a power cut would; whether the program brings it back is the question. */
    private void killServer() throws Exception {
        ProcessHandle.of(program.bean(EmbeddedPostgres.class).processId().orElseThrow())
                .ifPresent(ProcessHandle::destroyForcibly);
        killed++;
        long until = System.nanoTime() + BACK_MAX.toNanos();
        while (System.nanoTime() < until) {
            Thread.sleep(500);
            if (program.client().get("api", "/actuator/health/readiness").status() == 200) {
                return;
            }
        }
        check("PostgreSQL is back within " + BACK_MAX.toSeconds() + " s of kill " + killed, false);
    }

    /** An hour ahead, and an hour later back again. */
    private void jump() throws InterruptedException {
        clock.forward(Duration.ofHours(1));
        Thread.sleep(20_000);
        clock.forward(Duration.ofHours(-1));
    }

    @FunctionalInterface
    private interface Disturbance {
        void once() throws Exception;
    }

    /** One that a walk may fail of. */
    private Disturbance counted(Disturbance disturbance) {
        return () -> {
            disturbancesBegun.incrementAndGet();
            try {
                disturbance.once();
            } finally {
                disturbancesEnded.incrementAndGet();
            }
        };
    }

    private Thread every(Duration time, Disturbance disturbance) {
        return Thread.ofVirtual().start(() -> {
            while (System.nanoTime() + time.toNanos() < end) {
                try {
                    Thread.sleep(time);
                    disturbance.once();
                } catch (InterruptedException stop) {
                    return;
                } catch (Exception disturbedItself) {
                    say("a disturbance was disturbed: %s", disturbedItself);
                }
            }
        });
    }

    /** What the program holds when nobody asks anything of it. */
    private record Footprint(long heapMegabytes, int threads, long files) {}

    private Footprint rested() throws Exception {
        long until = System.nanoTime() + REST_MAX.toNanos();
        while (System.nanoTime() < until && !program.bean(ParkedEvents.class).hasCaughtUp()) {
            Thread.sleep(200);
        }
        Thread.sleep(5_000);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        return new Footprint(heap, ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
    }

    /** 0 where the system does not say. */
    private static long openFiles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.count();
        }
    }

    private static int option(String name, int otherwise, String... arguments) {
        int place = Arrays.asList(arguments).indexOf(name);
        return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1]);
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
