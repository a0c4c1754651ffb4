package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an event's publisher and its subscribers may rely on. */
@Tag("database")
class DeliveryTest {
    private TestDatabase database;
    private HandledEvents handled;

    @BeforeEach
    void begin() {
        database = TestDatabase.fresh();
        handled = HandledEvents.in(database);
    }

    private Subscription noting(String name, AtomicReference<EventNode> node) {
        return Subscription.named(name)
                .on(CountedEvent.class, event -> HandledEvents.note(node.get().client, name, event));
    }

    private EventNode node(String... names) {
        AtomicReference<EventNode> self = new AtomicReference<>();
        EventNode node = EventNode.prepared(
                database,
                List.of(names).stream().map(name -> noting(name, self)).toArray(Subscription[]::new));
        self.set(node);
        node.dispatcher.start();
        return node;
    }

    @Test
    void everySubscriptionGetsEveryEventOnceAndInOrder() {
        try (EventNode node = node("test.a", "test.b")) {
            IntStream.range(0, 500).forEach(number -> node.publish("k", number));
            Integer[] all = IntStream.range(0, 500).boxed().toArray(Integer[]::new);
            handled.eventuallyHolds("test.a", "k", all);
            handled.eventuallyHolds("test.b", "k", all);
        }
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        try (EventNode node = node()) {
            assertThatThrownBy(() -> node.events.append(new CountedEvent("k", 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anEventOfATransactionThatRollsBackNeverHappened() {
        try (EventNode node = node("test.a")) {
            node.transaction.executeWithoutResult(status -> {
                node.events.append(new CountedEvent("k", 1));
                status.setRollbackOnly();
            });
            node.publish("k", 2);
            handled.eventuallyHolds("test.a", "k", 2);
        }
    }

    @Test
    void aNumberThatCommitsLateIsNotLost() throws Exception {
        try (EventNode node = node("test.a")) {
            CountDownLatch older = node.publishSlowly("slow", 1, each -> {});
            node.publish("quick", 2);
            Thread.sleep(300);
            assertThat(handled.count("test.a")).as("nobody overtakes a gap").isZero();
            older.countDown();
            handled.eventuallyHolds("test.a", "slow", 1);
            handled.eventuallyHolds("test.a", "quick", 2);
        }
    }

    @Test
    void anOlderTransactionThatAppendsLaterStaysInOrder() throws Exception {
        try (EventNode node = node("test.a")) {
            CountDownLatch waiting = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Thread older = Thread.ofVirtual()
                    .start(() -> node.transaction.executeWithoutResult(status -> {
                        node.client
                                .sql("select pg_current_xact_id()::text")
                                .query(String.class)
                                .single();
                        waiting.countDown();
                        EventNode.await(go);
                        node.events.append(new CountedEvent("k", 2));
                    }));
            waiting.await();
            node.publish("k", 1);
            go.countDown();
            older.join();
            handled.eventuallyHolds("test.a", "k", 1, 2);
        }
    }

    @Test
    void keepsTheOrderOfAKeyWithManyPublishersOnTwoNodes() throws Exception {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql("create table public.counter (key text primary key, number int not null)")
                .update();
        owner.sql("insert into public.counter select 'k' || n, 0 from generate_series(0, 9) n")
                .update();
        owner.sql("grant select, update on public.counter to fanz_app").update();
        try (EventNode one = node("test.a", "test.b");
                EventNode two = node("test.a", "test.b");
                ExecutorService publishers = Executors.newFixedThreadPool(8)) {
            for (int event = 0; event < 2000; event++) {
                EventNode node = event % 2 == 0 ? one : two;
                String key = "k" + event % 10;
                publishers.execute(() -> countUp(node, key));
            }
            publishers.shutdown();
            assertThat(publishers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            Integer[] all = IntStream.rangeClosed(1, 200).boxed().toArray(Integer[]::new);
            for (int key = 0; key < 10; key++) {
                handled.eventuallyHolds("test.a", "k" + key, all);
                handled.eventuallyHolds("test.b", "k" + key, all);
            }
        }
    }

    private static void countUp(EventNode node, String key) {
        node.transaction.execute(status -> count(node, key));
    }

    /** Takes the key's next number under a row lock and tells of it, in the caller's transaction. */
    static int count(EventNode node, String key) {
        int number = node.client
                .sql("update public.counter set number = number + 1 where key = ? returning number")
                .param(key)
                .query(Integer.class)
                .single();
        node.events.append(new CountedEvent(key, number));
        return number;
    }

    @Test
    void aSubscriptionThatComesLaterReadsTheLogFromItsBeginning() {
        try (EventNode node = node("test.a")) {
            IntStream.range(0, 300).forEach(number -> node.publish("k", number));
        }
        try (EventNode node = node("test.a", "test.later")) {
            handled.eventuallyHolds(
                    "test.later", "k", IntStream.range(0, 300).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void aConnectionKilledInTheMiddleOfABatchLosesNothingAndRepeatsNothing() {
        AtomicReference<EventNode> self = new AtomicReference<>();
        AtomicReference<Integer> victim = new AtomicReference<>();
        Subscription slow = Subscription.named("test.a").on(CountedEvent.class, event -> {
            HandledEvents.note(self.get().client, "test.a", event);
            if (event.event().number() == 50 && victim.get() == null) {
                victim.set(self.get()
                        .client
                        .sql("select pg_backend_pid()")
                        .query(Integer.class)
                        .single());
                JdbcClient.create(database.asProgram())
                        .sql("select pg_terminate_backend(?)")
                        .param(victim.get())
                        .query(Boolean.class)
                        .single();
            }
        });
        try (EventNode node = EventNode.prepared(database, slow)) {
            self.set(node);
            node.transaction.executeWithoutResult(status -> node.events.append(IntStream.range(0, 100)
                    .mapToObj(number -> new CountedEvent("k", number))
                    .toList()));
            node.dispatcher.start();
            handled.eventuallyHolds(
                    "test.a", "k", IntStream.range(0, 100).boxed().toArray(Integer[]::new));
            assertThat(victim.get()).isNotNull();
            assertThat(handled.failed("test.a")).isZero();
        }
    }

    @Test
    void aStopLetsTheRunningBatchEndAndTheNextStartGoesOn() throws Exception {
        AtomicReference<EventNode> self = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Duration batchTime = Duration.ofMillis(1);
        Subscription slow = Subscription.named("test.a").on(CountedEvent.class, event -> {
            HandledEvents.note(self.get().client, "test.a", event);
            begun.countDown();
            EventNode.await(goOn);
            pause(batchTime.multipliedBy(5));
        });
        EventNode first = EventNode.withBatchTimeMax(batchTime, database, slow);
        self.set(first);
        first.transaction.executeWithoutResult(status -> first.events.append(IntStream.range(0, 30)
                .mapToObj(number -> new CountedEvent("k", number))
                .toList()));
        first.dispatcher.start();
        begun.await();
        Thread closing = Thread.ofPlatform().start(first::close);
        // It waits for nothing but readers, after it has told all of them to end.
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        closing.join();
        assertThat(handled.count("test.a"))
                .as("the batch that ran, whose time was over")
                .isEqualTo(1);
        try (EventNode next = node("test.a")) {
            handled.eventuallyHolds(
                    "test.a", "k", IntStream.range(0, 30).boxed().toArray(Integer[]::new));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void goesOnAcrossPartitionsAndMakesTheNextOnes() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql("select setval('events.event_seq_seq', 9999990)")
                .query(Long.class)
                .single();
        try (EventNode node = node("test.a")) {
            IntStream.range(0, 30).forEach(number -> node.publish("k", number));
            handled.eventuallyHolds(
                    "test.a", "k", IntStream.range(0, 30).boxed().toArray(Integer[]::new));
            handled.eventually(() -> assertThat(owner.sql("select to_regclass('events.event_2')::text")
                            .query(String.class)
                            .optional())
                    .isPresent());
        }
        assertThat(owner.sql("select count(*) from events.event_1")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThatThrownBy(() -> owner.sql("delete from events.event_1").update())
                .hasMessageContaining("history is never changed");
    }

    @Test
    void aCrowdBehindALongEmptyStretchComesInBatchesOfNoMoreThanTheirBound() {
        AtomicReference<EventNode> self = new AtomicReference<>();
        AtomicInteger most = new AtomicInteger();
        Subscription reader = Subscription.named("test.a").onBatch(CountedEvent.class, batch -> {
            most.accumulateAndGet(batch.size(), Math::max);
            batch.forEach(event -> HandledEvents.note(self.get().client, "test.a", event));
        });
        try (EventNode node = EventNode.withBatchMax(10, database, reader)) {
            self.set(node);
            JdbcClient.create(database.asOwner())
                    .sql("select setval('events.event_seq_seq', 5000)")
                    .query(Long.class)
                    .single();
            node.transaction.executeWithoutResult(status -> node.events.append(IntStream.range(0, 300)
                    .mapToObj(number -> new CountedEvent("k", number))
                    .toList()));
            node.dispatcher.start();
            handled.eventuallyHolds(
                    "test.a", "k", IntStream.range(0, 300).boxed().toArray(Integer[]::new));
        }
        assertThat(most).hasValue(10);
    }

    @Test
    void aTransactionThatDoesNotEndShowsInTheWatermarksAge() throws Exception {
        try (EventNode node = node("test.a")) {
            CountDownLatch endless = node.publishSlowly("slow", 1, each -> {});
            handled.eventually(
                    () -> assertThat(node.dispatcher.watermark().age()).isGreaterThan(Duration.ofMillis(500)));
            endless.countDown();
            handled.eventually(
                    () -> assertThat(node.dispatcher.watermark().age()).isLessThan(Duration.ofMillis(200)));
        }
    }
}
