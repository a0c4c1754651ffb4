package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import network.fanz.platform.settings.Defaults;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitDecision;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class LimitStoreTest {
    private static final long SECOND = 1_000_000_000L;

    /** Five in ten seconds, five at once: arrivals in seconds and, for each, the seconds to wait. */
    private static final double[][] VECTORS = {
        {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 2}, {1, 1}, {2, 0}, {2, 2}, {3.9, .1}, {4, 0}, {4, 2}, {20, 0},
        {20, 0}, {20, 0}, {20, 0}, {20, 0}, {20, 2}
    };

    private static TestDatabase database;
    private static HikariDataSource pool;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        pool = pooled(database.asProgram());
    }

    @AfterAll
    static void end() {
        pool.close();
    }

    @Test
    void answersTheKnownArrivalsAsTheyWereWorkedOut() {
        LimitStore store = new LimitStore(pool);
        LimitUse use = LimitUse.of(Limit.USER, Rate.valueOf("5/10s/5"), "vectors");
        for (double[] vector : VECTORS) {
            long now = 1000 * SECOND + nanos(vector[0]);
            LimitDecision decision =
                    store.take(List.of(use), "", now).decisions().getFirst();
            assertThat(decision.allowed()).as("at %s s", vector[0]).isEqualTo(vector[1] == 0);
            if (!decision.allowed()) {
                assertThat(decision.resetAfter()).isEqualTo(Duration.ofNanos(nanos(vector[1])));
            }
        }
    }

    @Test
    void usesUpNothingWhenOneOfSeveralLimitsRefuses() {
        LimitStore store = new LimitStore(pool);
        LimitUse narrow = LimitUse.of(Limit.ADDRESS, Rate.valueOf("1/60s/1"), "narrow");
        LimitUse wide = LimitUse.ofShared(Limit.GLOBAL, Rate.valueOf("100/60s/100"));
        assertThat(store.take(List.of(wide, narrow), "", SECOND).refused()).isNull();
        for (int again = 0; again < 50; again++) {
            LimitResult result = store.take(List.of(wide, narrow), "", SECOND);
            assertThat(result.refused())
                    .isNotNull()
                    .extracting(LimitDecision::limit)
                    .isEqualTo(Limit.ADDRESS);
        }
        assertThat(store.take(List.of(wide), "", SECOND).decisions().getFirst().remaining())
                .isEqualTo(98);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT6S", "-PT1M", "-PT1H", "PT1H", "-P365D", "P365D"})
    void aJumpOfTheClockMakesNobodyWait(Duration jump) {
        LimitStore store = new LimitStore(pool);
        List<LimitUse> uses = List.of(
                LimitUse.of(Limit.USER, Rate.valueOf("5/10s/5"), "jump " + jump),
                LimitUse.ofShared(Limit.GLOBAL, Rate.valueOf("600/60s/10")));
        long before = 100_000_000 * SECOND;
        for (int request = 0; request < 5; request++) {
            assertThat(store.take(uses, "", before).refused()).isNull();
        }
        assertThat(store.take(uses, "", before).refused()).isNotNull();
        long after = before + jump.toNanos();
        assertThat(store.take(uses, "", after).refused()).isNull();
        assertThat(store.take(uses, "", before + 20 * SECOND).refused()).isNull();
    }

    @Test
    void aClockThatIsCorrectedByASecondGivesNothingAway() {
        LimitStore store = new LimitStore(pool);
        List<LimitUse> uses = List.of(LimitUse.of(Limit.USER, Rate.valueOf("1/60s/1"), "corrected"));
        assertThat(store.take(uses, "", 1000 * SECOND).refused()).isNull();
        LimitDecision refused = store.take(uses, "", 999 * SECOND).refused();
        assertThat(refused.resetAfter()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void sweepsWhatAClockThatWasAheadHasLeft() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql("insert into ratelimit.bucket values (gen_random_uuid(), 9223372036854775807)")
                .update();
        new LimitStore(pool).sweep();
        assertThat(owner.sql("select count(*) from ratelimit.bucket where moment = 9223372036854775807")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsTwoNodesTogetherThroughWhatOneLimitSaysWithinOnePercent() throws Exception {
        LimitUse use = LimitUse.ofShared(Limit.SIGN_IN, Rate.valueOf("6000/60s/300"));
        LimitUse mine = LimitUse.of(Limit.USER, Rate.valueOf("1000000/60s/1000000"), "two nodes");
        try (HikariDataSource other = pooled(database.asProgram());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            long end = start + 4 * SECOND;
            List<Callable<Tally>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                LimitStore store = new LimitStore(caller % 2 == 0 ? pool : other);
                callers.add(() -> Tally.until(end, () -> store.take(List.of(mine, use), "", null)));
            }
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> tally : threads.invokeAll(callers)) {
                tallies.add(tally.get());
            }
            double whole = (System.nanoTime() - start) / 1e9;
            double used = Tally.betweenFirstAndLast(tallies) / 1e9;
            long admitted = tallies.stream().mapToLong(Tally::admitted).sum();
            System.out.printf("two nodes: %d admitted in %.2f to %.2f s%n", admitted, used, whole);
            assertThat((double) admitted).isBetween((300 + 100 * used) * 0.99, (300 + 100 * whole) * 1.01);
        }
    }

    @Test
    void neverLocksInACircle() throws Exception {
        List<LimitUse> uses = new ArrayList<>();
        for (int key = 0; key < 6; key++) {
            uses.add(LimitUse.of(Limit.USER, Rate.valueOf("1000000/60s/1000000"), "circle " + key));
        }
        LimitStore store = new LimitStore(pool);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                List<LimitUse> mine = new ArrayList<>(uses);
                Collections.rotate(mine, caller);
                callers.add(() -> takeOften(store, mine, 100));
            }
            assertThat(sum(threads.invokeAll(callers))).isEqualTo(800);
        }
    }

    @Test
    void refusesToCountInsideACallersTransaction() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        List<LimitUse> uses = List.of(LimitUse.ofShared(Limit.GLOBAL, Rate.valueOf("1/60s/1")));
        assertThatThrownBy(() -> transaction.execute(status -> new LimitStore(pool).take(uses, "", null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before you open a transaction");
    }

    @Test
    void sweepsWhatSaysNothingAnyMore() {
        LimitStore store = new LimitStore(pool);
        LimitUse old = LimitUse.of(Limit.USER, Rate.valueOf("1/60s/1"), "old");
        LimitUse fresh = LimitUse.of(Limit.USER, Rate.valueOf("1/60s/1"), "new");
        store.take(List.of(old), "", SECOND);
        store.take(List.of(fresh), "", null);
        store.sweep();
        List<String> keys = JdbcClient.create(pool)
                .sql("select key::text from ratelimit.bucket")
                .query(String.class)
                .list();
        assertThat(keys)
                .contains(fresh.key().toString())
                .doesNotContain(old.key().toString());
    }

    @Test
    void asksADeadStoreOnlyOnceASecond() {
        AtomicLong nanos = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        DataSource dead = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none") {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
        Limiter limiter = new Limiter(new LimitStore(dead), new SimpleMeterRegistry(), nanos::get);
        for (int request = 0; request < 5; request++) {
            assertThatThrownBy(() -> limiter.take(List.of(), "")).isInstanceOf(LimitStoreDown.class);
        }
        assertThat(asked).hasValue(1);
        nanos.addAndGet(SECOND);
        assertThatThrownBy(() -> limiter.take(List.of(), "")).isInstanceOf(LimitStoreDown.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void hasTheSeedsLimitsByDefault() {
        LimitSettings settings = defaults();
        assertThat(settings.global()).hasToString("10000/60s/1000");
        assertThat(settings.user()).hasToString("1000/60s/100");
        assertThat(settings.signInAddress().quota())
                .isLessThan(settings.address().quota());
        assertThat(settings.blockTimeMax()).isEqualTo(Duration.ofHours(1));
    }

    /** Not a bench: a line to look at. */
    @Test
    void countsARequestInOneShortRoundTrip() {
        LimitStore store = new LimitStore(pool);
        Rate open = Rate.valueOf("100000000/60s/100000000");
        List<LimitUse> uses = List.of(
                LimitUse.of(Limit.ADDRESS, open, "a"),
                LimitUse.of(Limit.USER, open, "u"),
                LimitUse.ofShared(Limit.WEBHOOK, open));
        long[] times = new long[3000];
        for (int turn = 0; turn < times.length; turn++) {
            long start = System.nanoTime();
            store.take(uses, "0".repeat(64), null);
            times[turn] = System.nanoTime() - start;
        }
        long[] late = Arrays.copyOfRange(times, 1000, times.length);
        Arrays.sort(late);
        System.out.printf("three limits and a block: p50 %d us, p99 %d us%n", late[1000] / 1000, late[1980] / 1000);
        assertThat(late[1000]).isLessThan(20_000_000L);
    }

    @Test
    void theSweepDoesNotWaitForWhatARequestHolds() throws Exception {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql("insert into ratelimit.bucket select gen_random_uuid(), 1 from generate_series(1, 3)")
                .update();
        try (Connection holding = database.asOwner().getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement()
                    .executeQuery("select 1 from ratelimit.bucket where moment = 1 limit 1 for update")
                    .next();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> new LimitStore(pool).sweep()).get(1, TimeUnit.MINUTES);
            }
            assertThat(owner.sql("select count(*) from ratelimit.bucket where moment = 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            holding.rollback();
        }
    }

    @Test
    void locksThatCrossAreTriedAgainAndSilenceNobody() {
        TestDatabase other = TestDatabase.fresh();
        JdbcClient owner = JdbcClient.create(other.asOwner());
        owner.sql("create sequence ratelimit.tries").update();
        owner.sql("grant usage on sequence ratelimit.tries to public").update();
        owner.sql("""
                        create or replace function ratelimit.take(keys uuid[], intervals bigint[], tolerances bigint[], at bigint,
                          out refused integer, out ahead bigint[]) language plpgsql as $$
                        begin
                          if nextval('ratelimit.tries') % 3 <> 0 then
                            raise exception 'crossed' using errcode = '40P01';
                          end if;
                          refused := 0;
                          ahead := intervals;
                        end $$
                        """).update();
        try (HikariDataSource crossed = pooled(other.asProgram())) {
            LimitUse use = LimitUse.of(Limit.USER, Rate.valueOf("5/10s/5"), "crossed");
            assertThat(new LimitStore(crossed).take(List.of(use), "", null).refused())
                    .isNull();
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    private static LimitSettings defaults() {
        return Defaults.of(LimitSettings.class);
    }

    /**
     * What a caller got. The first is let through between its question and its answer, and so is the last refused; that there was nothing
     * left for it means that what had come until its question was used up.
     *
     * @param firstAnswered when the first was let through, in nanoseconds
     * @param lastRefusedAsked when the last that was refused asked
     */
    private record Tally(long admitted, long firstAnswered, long lastRefusedAsked) {
        static Tally until(long end, Supplier<LimitResult> take) {
            long admitted = 0;
            long first = Long.MAX_VALUE;
            long lastRefused = Long.MIN_VALUE;
            for (long asked = System.nanoTime();
                    asked < end || lastRefused == Long.MIN_VALUE;
                    asked = System.nanoTime()) {
                if (take.get().refused() == null) {
                    admitted++;
                    first = Math.min(first, System.nanoTime());
                } else {
                    lastRefused = asked;
                }
            }
            return new Tally(admitted, first, lastRefused);
        }

        static long betweenFirstAndLast(List<Tally> tallies) {
            return tallies.stream().mapToLong(Tally::lastRefusedAsked).max().orElseThrow()
                    - tallies.stream().mapToLong(Tally::firstAnswered).min().orElseThrow();
        }
    }

    private static long takeOften(LimitStore store, List<LimitUse> uses, long times) {
        for (int turn = 0; turn < times; turn++) {
            store.take(uses, "", null);
        }
        return times;
    }

    private static long sum(List<Future<Long>> parts) throws Exception {
        long sum = 0;
        for (Future<Long> part : parts) {
            sum += part.get();
        }
        return sum;
    }

    private static HikariDataSource pooled(DataSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
