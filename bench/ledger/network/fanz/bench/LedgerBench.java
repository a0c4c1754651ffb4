package network.fanz.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.BenchLedger;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger against the plain way of doing the same ({@code baseline.sql}), on one server with fsync on, in turns: every round runs
 * both, and what counts is the ratio within a round. A figure is the median of the rounds.
 */
public final class LedgerBench {
    private static final int ACCOUNTS = 1_000;
    private static final int HOT = 2;
    private static final int[] CALLERS = {1, 32, 1_000};
    private static final int[] POOLS = {8, 16, 32};
    private static final int WARM_UP_MILLIS = 9_000;
    private static final Clock CLOCK = Clock.systemUTC();

    private final int rounds;
    private final long millis;
    private final String only;
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final Ledger ledger = BenchLedger.on(pool(database.asProgram()));
    private final ResourceMeter resourceMeter = new ResourceMeter(database.asOwner());
    private final long[] accounts;
    private final BenchFigures figures = new BenchFigures();

    private LedgerBench(String... arguments) throws Exception {
        this.rounds = option("--rounds", 5, arguments);
        this.millis = option("--millis", 1_500, arguments);
        this.only = Arrays.asList(arguments).contains("--only")
                ? arguments[Arrays.asList(arguments).indexOf("--only") + 1]
                : "";
        this.accounts = openAccounts();
        PlainSqlLedger.make(database.asOwner());
    }

    public static void main(String... arguments) throws Exception {
        LedgerBench bench = new LedgerBench(arguments);
        try (Ledger ledger = bench.ledger) {
            bench.run();
            bench.figures.writeFor(arguments);
        }
    }

    private void run() throws Exception {
        say(
                "fsync %s, synchronous_commit %s, PostgreSQL %s, %d processors, %d rounds of %d ms",
                setting("fsync"),
                setting("synchronous_commit"),
                setting("server_version"),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                millis);
        warmUp();
        for (String shape : List.of("random", "hot2")) {
            for (int callers : CALLERS) {
                if ((shape + "." + callers).startsWith(only)) {
                    measure(shape, callers);
                }
            }
        }
        say("%s", figures.json());
    }

    /** A program that has run for a while is what is measured: before, half of its processor time goes into compiling itself. */
    private void warmUp() throws Exception {
        try (PlainSqlLedger plainSqlLedger = new PlainSqlLedger(database.asProgram(), POOLS[0], false)) {
            for (int callers : CALLERS) {
                once("random", callers, WARM_UP_MILLIS / CALLERS.length, this::post);
                once("random", callers, WARM_UP_MILLIS / CALLERS.length, plainSqlLedger::transfer);
            }
            once("random", CALLERS[CALLERS.length - 1], WARM_UP_MILLIS, this::post);
        }
    }

    private void measure(String shape, int callers) throws Exception {
        String name = "ledger." + shape + "." + callers;
        int pool = bestPool(shape, callers);
        // A server that has run for a while writes its log into files that it has used before. A young one makes them,
        // and
        // everybody waits for 16 MB of zeroes each: that is not what a transfer costs.
        database.checkpoint();
        List<Round> all = new ArrayList<>();
        try (PlainSqlLedger plain = new PlainSqlLedger(database.asProgram(), pool, false);
                PlainSqlLedger queued = new PlainSqlLedger(database.asProgram(), pool, true)) {
            once(shape, callers, millis / 2, this::post);
            for (int round = 0; round < rounds; round++) {
                Map<TransferCall, MeasuredSide> sides = new LinkedHashMap<>();
                List<TransferCall> turns = new ArrayList<>(List.of(this::post, plain::transfer, queued::transfer));
                TransferCall ours = turns.get(0);
                TransferCall fast = turns.get(1);
                TransferCall fair = turns.get(2);
                Collections.rotate(turns, round);
                for (TransferCall turn : turns) {
                    sides.put(turn, side(shape, callers, turn));
                }
                Round done = new Round(sides.get(ours), sides.get(fast), sides.get(fair));
                all.add(done);
                say("  %s round %d: ours   %s", name, round + 1, done.ours);
                say("  %s round %d: plain  %s | %.1fx", name, round + 1, done.plain, done.ratio());
                say("  %s round %d: queued %s", name, round + 1, done.queued);
            }
        }
        report(name, pool, all);
    }

    private void report(String name, int pool, List<Round> all) {
        double ratio = median(all, Round::ratio);
        double p50 = median(
                all, round -> round.ours.seen().p50() / round.queued.seen().p50());
        double p99 = median(
                all, round -> round.ours.seen().p99() / round.queued.seen().p99());
        figures.put(name + ".per_s", median(all, round -> round.ours.seen().perSecond()));
        figures.put(name + ".ratio", ratio);
        figures.put(name + ".p50_ratio", p50);
        figures.put(name + ".p99_ratio", p99);
        figures.put(name + ".p50_us", median(all, round -> round.ours.seen().p50()));
        figures.put(name + ".p99_us", median(all, round -> round.ours.seen().p99()));
        say(
                "%s: %.0f/s against %.0f/s (pool of %d): %.1fx, p50 %.2fx, p99 %.2fx",
                name, figures.get(name + ".per_s"), median(all, Round::plainPerSecond), pool, ratio, p50, p99);
        if (name.equals("ledger.random.1000")) {
            figures.put("ledger.pg_cpu_us", median(all, round -> round.ours.processorMicros()));
            figures.put("ledger.disk_bytes", median(all, round -> round.ours.diskBytes()));
            figures.put("ledger.wal_bytes", median(all, round -> round.ours.walBytes()));
            figures.put("ledger.plain_pg_cpu_us", median(all, round -> round.plain.processorMicros()));
        }
    }

    /** The plain way at its best: whichever pool size answers most under this load. */
    private int bestPool(String shape, int callers) throws Exception {
        int best = POOLS[0];
        double most = 0;
        for (int size : callers == 1 ? new int[] {POOLS[0]} : POOLS) {
            try (PlainSqlLedger plainSqlLedger = new PlainSqlLedger(database.asProgram(), size, false)) {
                once(shape, callers, millis / 4, plainSqlLedger::transfer);
                double perSecond =
                        once(shape, callers, millis, plainSqlLedger::transfer).perSecond();
                say("  plain %s.%d with a pool of %d: %.0f/s", shape, callers, size, perSecond);
                if (perSecond > most) {
                    most = perSecond;
                    best = size;
                }
            }
        }
        return best;
    }

    private MeasuredSide side(String shape, int callers, TransferCall transferCall) throws Exception {
        ResourceMeter.ResourceUse before = resourceMeter.read();
        Load.LoadResult loadResult = once(shape, callers, millis, transferCall);
        return new MeasuredSide(loadResult, resourceMeter.read().minus(before));
    }

    private Load.LoadResult once(String shape, int callers, long time, TransferCall transferCall) throws Exception {
        int count = shape.equals("hot2") ? HOT : ACCOUNTS;
        return Load.run(callers, time, CLOCK.millis(), random -> {
            int debit = random.nextInt(count);
            int credit = (debit + 1 + random.nextInt(count - 1)) % count;
            transferCall.once(accounts[debit], accounts[credit], 1 + random.nextInt(100), random);
        });
    }

    private void post(long debit, long credit, long amount, SplittableRandom random) {
        UUID id = Ids.next(CLOCK);
        Leg leg = new Leg(new LedgerAccountId(debit), new LedgerAccountId(credit), Money.of(Asset.USD, amount), 1);
        PostingOutcome outcome = ledger.recordTransaction(
                Keeper.PAYMENTS, Posting.post(id, List.of(leg), "bench", id.toString(), CLOCK.instant()));
        if (outcome instanceof PostingOutcome.Rejected rejected) {
            throw new IllegalStateException("refused: " + rejected.reason());
        }
    }

    /** What the plain way stores of a request, made at the same cost as the ledger's own. */
    static byte[] request(long debit, long credit, long amount) throws Exception {
        ByteBuffer buffer =
                ByteBuffer.allocate(128).putLong(debit).putLong(credit).putLong(amount);
        return MessageDigest.getInstance("SHA-256").digest(buffer.array());
    }

    private long[] openAccounts() {
        LedgerAccountId bank =
                ledger.createAccount(NewLedgerAccount.unbounded("bank", AccountCode.PROVIDER_CLEARING, Asset.USD));
        long[] opened = new long[ACCOUNTS];
        for (int number = 0; number < ACCOUNTS; number++) {
            LedgerAccountId account =
                    ledger.createAccount(NewLedgerAccount.credit("owner-" + number, AccountCode.FAN_WALLET, Asset.USD));
            Leg leg = new Leg(bank, account, Money.of(Asset.USD, 1_000_000_000), 1);
            ledger.recordTransaction(
                    Keeper.PAYMENTS, Posting.post(Ids.next(CLOCK), List.of(leg), "bench", "funding", CLOCK.instant()));
            opened[number] = account.value();
        }
        return opened;
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private String setting(String name) {
        return owner.sql("show " + name).query(String.class).single();
    }

    private static int option(String name, int otherwise, String... arguments) {
        int place = Arrays.asList(arguments).indexOf(name);
        return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1]);
    }

    private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private interface TransferCall {
        void once(long debit, long credit, long amount, SplittableRandom random) throws Exception;
    }

    /**
     * One turn each.
     *
     * @param plain the plain way, whoever asks first getting the next free connection: it answers most, and lets some wait for long
     * @param queued the same, but one after the other: what answers' times are compared with
     */
    private record Round(MeasuredSide ours, MeasuredSide plain, MeasuredSide queued) {
        double plainPerSecond() {
            return Math.max(plain.seen.perSecond(), queued.seen.perSecond());
        }

        double ratio() {
            return ours.seen.perSecond() / plainPerSecond();
        }
    }

    /** One side of a round, and what it cost the server for each transfer. */
    private record MeasuredSide(Load.LoadResult seen, ResourceMeter.ResourceUse used) {
        double processorMicros() {
            return used.serverSeconds() * 1e6 / seen.answers();
        }

        double programMicros() {
            return used.programSeconds() * 1e6 / seen.answers();
        }

        double diskBytes() {
            return (double) used.diskBytes() / seen.answers();
        }

        double walBytes() {
            return (double) used.walBytes() / seen.answers();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6.0f/s p50 %6.0f p99 %6.0f us, cpu server %4.0f program %4.0f us, %4.0f B disk %4.0f B wal",
                    seen.perSecond(),
                    seen.p50(),
                    seen.p99(),
                    processorMicros(),
                    programMicros(),
                    diskBytes(),
                    walBytes());
        }
    }
}
