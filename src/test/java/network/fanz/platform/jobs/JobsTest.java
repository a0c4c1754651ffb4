package network.fanz.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class JobsTest {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration STOP_MAX = Duration.ofMillis(300);
    /** Longer than any machine stands still: a lease that must not run out while the test looks. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<JobScheduler> nodes = new ArrayList<>();
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
        nodes.forEach(JobScheduler::stop);
    }

    private JobScheduler node(Duration lease, Job.JobTask work) {
        return start(Clock.systemUTC(), lease, work);
    }

    private JobScheduler start(Clock clock, Duration lease, Job.JobTask work) {
        return start(clock, lease, STOP_MAX, new Job("test.job", EVERY, work));
    }

    private JobScheduler start(Clock clock, Duration lease, Duration stopMax, Job... jobs) {
        JobSettings settings = new JobSettings(Duration.ofMillis(20), lease, stopMax);
        JobScheduler engine = new JobScheduler(List.of(jobs), store, settings, clock, new SimpleMeterRegistry());
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
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(check::run);
    }

    @Test
    void aJobRunsOnOneNodeAtATime() {
        for (int node = 0; node < 3; node++) {
            node(LONG, this::count);
        }
        soon(() -> assertThat(runs.get()).isGreaterThan(5));
        assertThat(most).hasValue(1);
        assertThat(state().outcome()).isEqualTo("done");
    }

    @Test
    void aDeadNodesLeasePassesOn() {
        ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        store.register("test.job", clock.instant());
        claim(clock.instant(), Duration.ofSeconds(5));
        start(clock, Duration.ofSeconds(2), this::count);
        clock.forward(Duration.ofSeconds(5).minusMillis(1));
        await().during(Duration.ofMillis(300)).until(() -> runs.get() == 0);
        clock.forward(Duration.ofMillis(1));
        soon(() -> assertThat(runs.get()).isPositive());
    }

    private void claim(Instant now, Duration lease) {
        JobSchedule job = store.schedules().getFirst();
        assertThat(store.claim(job, UUID.randomUUID(), now, now.plus(lease))).isTrue();
    }

    /** An hour is what an administrator's typing error moves a clock by, a year what an empty battery does. */
    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT1H", "-P365D", "P365D"})
    void goesOnAfterAJumpOfTheClock(Duration jump) {
        ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        JobScheduler node = start(clock, Duration.ofSeconds(2), this::count);
        soon(() -> assertThat(runs.get()).isPositive());
        int before = runs.get();
        clock.forward(jump);
        soon(() -> {
            clock.forward(EVERY);
            assertThat(runs.get()).isGreaterThan(before + 1);
        });
        assertThat(node.isStarting(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aLeaseThatAClockHasSetAheadPassesOnAfterASilence() {
        ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        store.register("test.job", clock.instant());
        claim(clock.instant().plus(Duration.ofDays(365)), Duration.ofSeconds(2));
        start(clock, Duration.ofSeconds(2), this::count);
        soon(() -> assertThat(runs.get()).isPositive());
    }

    @Test
    void aJobRunsOnOneNodeAtATimeAlsoIfTheNodesClocksDiffer() {
        Clock machine = Clock.systemUTC();
        Job.JobTask work = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.sleep(800);
            atOnce.decrementAndGet();
            runs.incrementAndGet();
        };
        start(Clock.offset(machine, Duration.ofHours(1)), Duration.ofMillis(600), work);
        start(machine, Duration.ofMillis(600), work);
        soon(() -> assertThat(runs.get()).isGreaterThan(2));
        assertThat(most).hasValue(1);
    }

    @Test
    void aLongRunKeepsItsLease() {
        ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        Duration lease = Duration.ofMillis(300);
        CountDownLatch end = new CountDownLatch(1);
        Job.JobTask longWork = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            end.await();
            atOnce.decrementAndGet();
            runs.incrementAndGet();
        };
        start(clock, lease, longWork);
        start(clock, lease, longWork);
        soon(() -> assertThat(atOnce).hasValue(1));
        for (int time = 0; time < 10; time++) {
            clock.forward(lease.multipliedBy(2).dividedBy(3));
            soon(() -> assertThat(leasedUntil()).isEqualTo(clock.instant().plus(lease)));
        }
        end.countDown();
        soon(() -> assertThat(runs.get()).isPositive());
        assertThat(most).hasValue(1);
    }

    private Instant leasedUntil() {
        return client.sql("select lease_until from jobs.job")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void aNodeThatHasLostItsLeaseIsInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);
        node(Duration.ofMillis(300), () -> {
            store.end("test.job", heldBy(), "done", null, Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"));
            try {
                Thread.sleep(LONG);
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
        CountDownLatch seen = new CountDownLatch(1);
        node(LONG, () -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("private words");
            }
            seen.await();
        });
        soon(() -> {
            assertThat(state().failuresInARow()).isEqualTo(2);
            assertThat(state().error())
                    .startsWith("IllegalStateException at JobsTest")
                    .doesNotContain("private");
        });
        seen.countDown();
        soon(() -> assertThat(state().failuresInARow()).isZero());
    }

    @Test
    void anErrorEndsNeitherAJobsScheduleNorThatOfAllJobs() {
        node(LONG, () -> {
            if (runs.incrementAndGet() < 3) {
                throw new StackOverflowError();
            }
        });
        soon(() -> assertThat(runs.get()).isGreaterThan(3));
        AtomicInteger later = new AtomicInteger();
        start(new BreakingClock(), LONG, STOP_MAX, new Job("test.later", EVERY, later::incrementAndGet));
        soon(() -> assertThat(later.get()).isPositive());
    }

    /** An error in the look for jobs that are due, outside every job. */
    private static final class BreakingClock extends Clock {
        private final AtomicInteger errors = new AtomicInteger(3);

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().startsWith("jobs-") && errors.getAndDecrement() > 0) {
                throw new StackOverflowError();
            }
            return Clock.systemUTC().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
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
        start(Clock.systemUTC(), Duration.ofMillis(300), STOP_MAX, new Job("test.job", EVERY, this::count), endless);
        soon(() -> assertThat(runs.get()).isPositive());
        owner.sql("drop trigger fail on jobs.job").update();
        soon(() -> assertThat(runs.get()).isGreaterThan(2));
    }

    @Test
    void aStopEndsTheRunAndLeavesTheJobToOthers() {
        Job endless = new Job("test.job", EVERY, () -> {
            runs.incrementAndGet();
            Thread.sleep(LONG);
        });
        JobScheduler first = start(Clock.systemUTC(), LONG, Duration.ofSeconds(3), endless);
        soon(() -> assertThat(runs.get()).isEqualTo(1));
        first.stop();
        assertThat(state().running()).isFalse();
        assertThat(state().outcome()).isEqualTo("stopped");
        node(LONG, this::count);
        soon(() -> assertThat(runs.get()).isGreaterThan(1));
    }
}
