package network.fanz.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class JobsTest {
    private static final Duration EVERY = Duration.ofMillis(250);

    private final List<JobEngine> nodes = new ArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private TestDatabase database;
    private JdbcClient client;
    private JobStore store;

    @BeforeEach
    void begin() {
        database = TestDatabase.fresh();
        client = JdbcClient.create(database.asProgram());
        store = new JobStore(client);
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(JobEngine::stop);
    }

    private JobEngine node(Duration lease, Job.Work work) {
        return start(lease, new Job("test.job", EVERY, work));
    }

    private JobEngine start(Duration lease, Job... jobs) {
        JobSettings settings = new JobSettings(Duration.ofMillis(20), lease, Duration.ofMillis(300));
        JobEngine engine = new JobEngine(List.of(jobs), store, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        nodes.add(engine);
        engine.start();
        return engine;
    }

    private void count() throws InterruptedException {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        Thread.sleep(50);
        atOnce.decrementAndGet();
        runs.incrementAndGet();
    }

    private JobState state() {
        return store.states(Clock.systemUTC().instant()).getFirst();
    }

    private static void soon(Runnable check) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(check::run);
    }

    @Test
    void aJobRunsOnOneNodeAtATime() {
        for (int node = 0; node < 3; node++) {
            node(Duration.ofSeconds(5), this::count);
        }
        soon(() -> assertThat(runs.get()).isGreaterThan(5));
        assertThat(most).hasValue(1);
        assertThat(state().outcome()).isEqualTo("done");
    }

    @Test
    void aDeadNodesLeasePassesOn() {
        Instant now = Clock.systemUTC().instant();
        store.register("test.job", now);
        assertThat(store.claim("test.job", UUID.randomUUID(), now.plusMillis(1), now.plusMillis(700)))
                .isTrue();
        node(Duration.ofSeconds(5), this::count);
        await().during(Duration.ofMillis(300)).until(() -> runs.get() == 0);
        soon(() -> assertThat(runs.get()).isPositive());
    }

    @Test
    void aLongRunKeepsItsLease() {
        Job.Work longWork = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.sleep(1500);
            atOnce.decrementAndGet();
            runs.incrementAndGet();
        };
        node(Duration.ofMillis(300), longWork);
        node(Duration.ofMillis(300), longWork);
        soon(() -> assertThat(runs.get()).isPositive());
        assertThat(most).hasValue(1);
    }

    @Test
    void aNodeThatHasLostItsLeaseIsInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);
        node(Duration.ofMillis(300), () -> {
            store.end("test.job", heldBy(), "done", null, Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"));
            try {
                Thread.sleep(5000);
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
        });
        soon(() -> assertThat(interrupted.getCount()).isZero());
    }

    private UUID heldBy() {
        return client.sql("select holder from jobs.job").query(UUID.class).single();
    }

    @Test
    void aRunThatFailsIsWrittenDownAndTheNextOneComes() {
        node(Duration.ofSeconds(5), () -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("private words");
            }
        });
        soon(() -> {
            assertThat(state().failuresInARow()).isEqualTo(2);
            assertThat(state().error())
                    .startsWith("IllegalStateException at JobsTest")
                    .doesNotContain("private");
        });
        soon(() -> assertThat(state().failuresInARow()).isZero());
    }

    @Test
    void aRunWhoseEndCannotBeWrittenComesAgainThoughTheNodeIsBusyWithAnotherJob() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql("""
                create function jobs.fail() returns trigger language plpgsql as $$
                begin raise exception 'no end can be written'; end $$
                """).update();
        owner.sql("""
                create trigger fail before update on jobs.job for each row
                when (new.name = 'test.job' and new.ended_at is not null) execute function jobs.fail()
                """).update();
        Job endless = new Job("test.endless", EVERY, () -> Thread.sleep(60_000));
        start(Duration.ofMillis(300), new Job("test.job", EVERY, this::count), endless);
        soon(() -> assertThat(runs.get()).isPositive());
        owner.sql("drop trigger fail on jobs.job").update();
        soon(() -> assertThat(runs.get()).isGreaterThan(2));
    }

    @Test
    void aStopEndsTheRunAndLeavesTheJobToOthers() {
        JobEngine first = node(Duration.ofSeconds(30), () -> {
            runs.incrementAndGet();
            Thread.sleep(60_000);
        });
        soon(() -> assertThat(runs.get()).isEqualTo(1));
        first.stop();
        assertThat(state().running()).isFalse();
        assertThat(state().outcome()).isEqualTo("stopped");
        node(Duration.ofSeconds(30), this::count);
        soon(() -> assertThat(runs.get()).isGreaterThan(1));
    }
}
