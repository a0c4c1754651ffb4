package network.fanz.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.Shop;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Purchases over HTTP, the whole way: the buyer's POST, the provider's calls and its signed message, until the payment is SETTLED with
 * its posting and its event durable. The clock runs from the POST to the answer that says SETTLED; it is one request, which asks to be
 * answered then ({@code Prefer: wait}, RFC 7240). Each buyer has paid before, has kept a card, and is signed in before the clock starts.
 * All runs in this one process and on its machine: program, database, provider and buyers.
 */
public final class PurchaseBench {
    private static final int[] CALLERS = {8, 32};
    private static final int CREATORS = 20;
    private static final int PREPARERS = 8;
    private static final List<String> RAISED = List.of(
            "--fanz.limits.global=10000000/60s/100000",
            "--fanz.limits.address=10000000/60s/100000",
            "--fanz.limits.user=1000000/60s/100000",
            "--fanz.limits.payment=1000000/60s/100000",
            "--fanz.limits.webhook=10000000/60s/100000",
            "--fanz.limits.sign-in=1000000/60s/100000",
            "--fanz.limits.sign-in-address=1000000/60s/100000",
            "--fanz.limits.sign-in-pair=10000/60s/1000",
            "--fanz.limits.sign-in-account=10000/60s/1000");

    private final int rounds;
    private final long millis;
    private final RunningFanz program = RunningFanz.start(RAISED.toArray(String[]::new));
    private final Shop shop = new Shop(program);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Buyer> buyers = new ConcurrentLinkedQueue<>();
    private final List<Person> creators = new ArrayList<>();
    private final Figures figures = new Figures();

    /** Somebody who has paid before, with a session and a saved card. */
    private record Buyer(String token, String method) {}

    private PurchaseBench(String... arguments) {
        this.rounds = option("--rounds", 3, arguments);
        this.millis = option("--millis", 8_000, arguments);
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

    /** Registers, signs in and lets each buyer pay once with a card that is kept: the velocity rules see that history too. */
    private void prepare(int count) throws InterruptedException {
        say("settings raised, and no others: %s", String.join(" ", RAISED));
        say("%d buyers register, sign in and pay once; this takes minutes, for passwords are hashed as always", count);
        for (int number = 0; number < CREATORS; number++) {
            creators.add(program.people().creator());
        }
        AtomicInteger left = new AtomicInteger(count);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < PREPARERS; number++) {
            threads.add(Thread.startVirtualThread(() -> {
                while (failure.get() == null && left.getAndDecrement() > 0) {
                    try {
                        buyers.add(buyer(left.get()));
                    } catch (RuntimeException failed) {
                        failure.compareAndSet(null, failed);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private Buyer buyer(int number) {
        Person fan = program.people().fan();
        Answer payment = shop.tip(fan, creators.get(Math.floorMod(number, CREATORS)), "500");
        shop.card(payment, Shop.PAYS, true);
        if (!shop.settled(fan, payment).text("state").equals("SETTLED")) {
            throw new IllegalStateException("A buyer's first payment did not settle");
        }
        JsonNode methods = fan.visitor().api("GET", "/api/v1/payment-methods").json();
        return new Buyer(
                String.valueOf(fan.visitor().token()), methods.get(0).path("id").asString());
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
        Load.run(8, millis / 2, 1, this::purchase);
        try (Meter meter = new Meter(program.database().asOwner())) {
            for (int callers : CALLERS) {
                measure(callers, meter, owner);
            }
        }
        say("%s", figures.json());
    }

    private void measure(int callers, Meter meter, JdbcClient owner) throws InterruptedException, SQLException {
        List<Load.Seen> seen = new ArrayList<>();
        Meter.Reading before = meter.read();
        long commitsBefore = commits(owner);
        long requestsBefore = requests();
        long answers = 0;
        for (int round = 0; round < rounds; round++) {
            Load.Seen one = Load.run(callers, millis, 100L * callers + round, this::purchase);
            answers += one.answers();
            seen.add(one);
            say(
                    "  %d callers, round %d: %.0f/s, p50 %.1f ms, p99 %.1f ms",
                    callers, round + 1, one.perSecond(), one.p50() / 1e3, one.p99() / 1e3);
        }
        Meter.Reading used = meter.read().minus(before);
        String name = "purchase." + callers;
        figures.put(
                name + ".per_s", median(seen.stream().map(Load.Seen::perSecond).toList()));
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
    private void purchase(SplittableRandom random) throws IOException, InterruptedException {
        Buyer buyer = buyers.remove();
        Person creator = creators.get(random.nextInt(CREATORS));
        String body = """
                {"kind":"tip","creator":"%s","amount":{"asset":"USD/2","amount":"%d"},"method":"%s"}""".formatted(creator.id(), 300 + random.nextInt(700), buyer.method());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port() + "/api/v1/payments"))
                .timeout(Duration.ofSeconds(30))
                .header("Host", "fanz.localhost:" + program.port())
                .header("Authorization", "Bearer " + buyer.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Prefer", "wait=15")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (!answer.body().contains("\"SETTLED\"")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        buyers.add(buyer);
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
        int place = Arrays.asList(arguments).indexOf(name);
        return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1]);
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
