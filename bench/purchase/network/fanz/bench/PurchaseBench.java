package network.fanz.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import network.fanz.testing.RunningFanz;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Purchases over HTTP, the whole way: the buyer's POST, the provider's calls and its signed message, until the payment is SETTLED with
 * its posting and its event durable. The clock runs from the POST to the answer that says SETTLED; it is one request, which asks to be
 * answered then ({@code Prefer: wait}, RFC 7240). Each buyer has paid before, has kept a card, and is signed in before the clock starts.
 * All runs in this one process and on its machine: program, database, provider and buyers.
 */
public final class PurchaseBench {
    private static final int CREATORS = 20;

    private static final long WARM_UP_MILLIS = 5_000;

    private static final int WARM_UPS_MAX = 18;

    /** Of the time of a warm-up, what the compiler may have worked in it for the JVM to count as warm. */
    private static final double COMPILING_MAX = 0.05;

    private static final List<String> RAISED = List.of(
            "--fanz.intake.connections-per-address=2000",
            "--fanz.intake.open-requests=65536",
            "--fanz.intake.open-requests-per-address=1000",
            "--fanz.intake.running-requests-per-address=1000",
            "--fanz.limits.global=10000000/60s/100000",
            "--fanz.limits.address=10000000/60s/100000",
            "--fanz.limits.user=1000000/60s/100000",
            "--fanz.limits.payment=1000000/60s/100000",
            "--fanz.limits.webhook=10000000/60s/100000",
            "--fanz.limits.sign-in=1000000/60s/100000",
            "--fanz.limits.sign-in-address=1000000/60s/100000",
            "--fanz.limits.sign-in-pair=10000/60s/1000",
            "--fanz.limits.sign-in-account=10000/60s/1000");

    private final List<Integer> callers;
    private final int rounds;
    private final long millis;
    private final int perSecond;
    private final RunningFanz program = RunningFanz.start(RAISED.toArray(String[]::new));
    private final ConcurrentLinkedQueue<HttpConnection> lines = new ConcurrentLinkedQueue<>();
    private final List<String> creators = new ArrayList<>();
    private ConcurrentLinkedQueue<BuyerFactory.Buyer> buyers = new ConcurrentLinkedQueue<>();
    private final BenchFigures figures = new BenchFigures();

    private PurchaseBench(String... arguments) {
        this.callers = word("--callers", "8,32", arguments)
                .transform(list ->
                        Arrays.stream(list.split(",")).map(Integer::valueOf).toList());
        this.rounds = option("--rounds", 3, arguments);
        this.millis = option("--millis", 8_000, arguments);
        this.perSecond = option("--paced", 150, arguments);
    }

    public static void main(String... arguments) throws Exception {
        PurchaseBench bench = new PurchaseBench(arguments);
        try (RunningFanz program = bench.program) {
            bench.prepare(option("--buyers", 5_000, arguments));
            bench.run();
            bench.figures.writeFor(arguments);
        }
        System.exit(0);
    }

    private void prepare(int count) throws IOException, InterruptedException {
        say("settings raised, and no others: %s", String.join(" ", RAISED));
        say(
                "the provider is the sandbox: its bank answers at once, and its message leaves when that is written, over HTTP");
        say("%d buyers are made, and each pays once on the vendor's card page and keeps the card", count);
        for (int number = 0; number < CREATORS; number++) {
            creators.add(program.users().creator().id());
        }
        long from = System.nanoTime();
        buyers = new BuyerFactory(program, creators).make(count);
        say("they did in %.0f s", (System.nanoTime() - from) / 1e9);
    }

    private void run() throws Exception {
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        say(
                "fsync %s, synchronous_commit %s, %d processors, %d buyers, %d rounds of %d ms",
                owner.sql("show fsync").query(String.class).single(),
                owner.sql("show synchronous_commit").query(String.class).single(),
                Runtime.getRuntime().availableProcessors(),
                buyers.size(),
                rounds,
                millis);
        warmUp();
        try (ResourceMeter resourceMeter = new ResourceMeter(program.database().asOwner())) {
            for (int number : callers) {
                measure(number, resourceMeter, owner);
            }
        }
        if (perSecond > 0) {
            pace(callers.getLast());
        }
        say("%s", figures.json());
    }

    /** Purchases until the JVM's compiler rests, and for a minute and a half at the most. */
    private void warmUp() throws InterruptedException {
        long began = compiled();
        double share = 1;
        int times = 0;
        for (; times < WARM_UPS_MAX && share > COMPILING_MAX; times++) {
            Load.run(32, WARM_UP_MILLIS, times, this::purchase);
            long now = compiled();
            share = (double) (now - began) / WARM_UP_MILLIS;
            began = now;
        }
        say(
                "32 callers bought for %d s, the last %d of them with the compiler at work for %.0f %% of the time",
                times * WARM_UP_MILLIS / 1000, WARM_UP_MILLIS / 1000, share * 100);
    }

    private static long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private void measure(int callers, ResourceMeter resourceMeter, JdbcClient owner)
            throws InterruptedException, SQLException {
        List<Load.LoadResult> seen = new ArrayList<>();
        ResourceMeter.ResourceUse before = resourceMeter.read();
        long commitsBefore = commits(owner);
        long requestsBefore = requests();
        long answers = 0;
        for (int round = 0; round < rounds; round++) {
            Load.LoadResult one = Load.run(callers, millis, 100L * callers + round, this::purchase);
            answers += one.answers();
            seen.add(one);
            say(
                    "  %d callers, round %d: %.0f/s, p50 %.1f ms, p99 %.1f ms",
                    callers, round + 1, one.perSecond(), one.p50() / 1e3, one.p99() / 1e3);
        }
        ResourceMeter.ResourceUse used = resourceMeter.read().minus(before);
        String name = "purchase." + callers;
        figures.put(
                name + ".per_s",
                median(seen.stream().map(Load.LoadResult::perSecond).toList()));
        figures.put(
                name + ".p50_ms",
                median(seen.stream().map(one -> one.p50() / 1e3).toList()));
        figures.put(
                name + ".p99_ms",
                median(seen.stream().map(one -> one.p99() / 1e3).toList()));
        figures.put(name + ".requests", (double) (requests() - requestsBefore) / answers);
        figures.put(name + ".commits", (double) (commits(owner) - commitsBefore) / answers);
        figures.put(name + ".program_cpu_ms", used.programSeconds() * 1e3 / answers);
        figures.put(name + ".pg_cpu_ms", used.serverSeconds() * 1e3 / answers);
        say(
                "%s: %.0f/s, p99 %.1f ms; a purchase costs %.1f requests, %.1f commits, %.1f ms of program and %.1f ms of PostgreSQL",
                name,
                figures.get(name + ".per_s"),
                figures.get(name + ".p99_ms"),
                figures.get(name + ".requests"),
                figures.get(name + ".commits"),
                figures.get(name + ".program_cpu_ms"),
                figures.get(name + ".pg_cpu_ms"));
    }

    /** The next buyer tips somebody; buyers take turns, so each pays as rarely as people do. */
    private void purchase(SplittableRandom random) throws IOException {
        BuyerFactory.Buyer buyer = buyers.remove();
        HttpConnection free = lines.poll();
        HttpConnection connection = free == null ? new HttpConnection(program.port()) : free;
        String creator = creators.get(random.nextInt(CREATORS));
        String body = "{\"kind\":\"tip\",\"creator\":\"" + creator + "\",\"amount\":{\"asset\":\"USD/2\",\"amount\":\""
                + (300 + random.nextInt(700)) + "\"},\"method\":\"" + buyer.method() + "\"}";
        String headers = BuyerFactory.bearer(buyer.token()) + "Idempotency-Key: " + UUID.randomUUID()
                + "\r\nPrefer: wait=15\r\n";
        HttpConnection.Answer answer = connection.send("POST", "/api/v1/payments", headers, "application/json", body);
        if (!answer.body().contains("\"SETTLED\"")) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        lines.add(connection);
        buyers.add(buyer);
    }

    /** Answers' times at a rate that leaves the processors some room, which callers who never pause do not. */
    private void pace(int callers) throws InterruptedException {
        List<Load.LoadResult> seen = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Load.LoadResult one = Load.paced(callers, perSecond, millis, 9_000L + round, this::purchase);
            seen.add(one);
            say(
                    "  %d callers, %d due a second, round %d: %.0f/s, p50 %.1f ms, p99 %.1f ms",
                    callers, perSecond, round + 1, one.perSecond(), one.p50() / 1e3, one.p99() / 1e3);
        }
        String name = "purchase." + callers + ".at_" + perSecond;
        figures.put(
                name + ".p50_ms",
                median(seen.stream().map(one -> one.p50() / 1e3).toList()));
        figures.put(
                name + ".p99_ms",
                median(seen.stream().map(one -> one.p99() / 1e3).toList()));
    }

    private long requests() {
        return program.bean(MeterRegistry.class).find("http.server.requests").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static long commits(JdbcClient owner) {
        return owner.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static int option(String name, int otherwise, String... arguments) {
        return Integer.parseInt(word(name, Integer.toString(otherwise), arguments));
    }

    private static String word(String name, String otherwise, String... arguments) {
        int place = Arrays.asList(arguments).indexOf(name);
        return place < 0 ? otherwise : arguments[place + 1];
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
