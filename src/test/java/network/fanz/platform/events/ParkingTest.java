package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to events that cannot be handled. */
@Tag("database")
class ParkingTest {
    private static final AccountId ADMINISTRATOR = new AccountId(new UUID(0, 1));
    private static final String READER = "test.reader";

    private final AtomicReference<EventNode> self = new AtomicReference<>();
    private final AtomicInteger poison = new AtomicInteger(3);
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger failuresMax = new AtomicInteger(Integer.MAX_VALUE);
    private TestDatabase database;
    private HandledEvents handled;

    @BeforeEach
    void begin() {
        database = TestDatabase.fresh();
        handled = HandledEvents.in(database);
    }

    /** Refuses one number of the key "bad", after it has written, as often as it is to fail. */
    private Subscription refusing() {
        return refusing(READER).builds(new SeenModel(self, refusing(SeenModel.BESIDE)));
    }

    private Subscription refusing(String reader) {
        return Subscription.named(reader).on(CountedEvent.class, event -> {
            HandledEvents.note(self.get().client, reader, event);
            if (event.event().key().equals("bad")
                    && event.event().number() == poison.get()
                    && tries.incrementAndGet() <= failuresMax.get()) {
                throw new IllegalStateException("private words");
            }
        });
    }

    private EventNode node() {
        return started(refusing());
    }

    private EventNode started(Subscription subscription) {
        EventNode node = EventNode.prepared(database, subscription);
        self.set(node);
        node.dispatcher.start();
        return node;
    }

    private void publishTen(EventNode node) {
        IntStream.range(0, 10).forEach(number -> {
            node.publish("bad", number);
            node.publish("good", number);
        });
    }

    private ParkedEvent onlyFailure(EventNode node) {
        List<ParkedEvent> failed = node.failed.list(null).items();
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }

    @Test
    void anEventThatFailsIsParkedWithAllOfItsKeyThatFollow() {
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventuallyHolds(READER, "good", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            handled.eventually(() -> assertThat(handled.failed(READER)).isEqualTo(7));
            assertThat(handled.numbers(READER, "bad")).containsExactly(0, 1, 2);
            assertThat(onlyFailure(node).behind()).isEqualTo(6);
        }
    }

    @Test
    void anEventOfAKeyThatAnEarlierBatchParkedIsParkedBehindIt() {
        try (EventNode node = EventNode.withBatchMax(3, database, refusing())) {
            self.set(node);
            node.dispatcher.start();
            publishTen(node);
            handled.eventuallyHolds(READER, "good", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            handled.eventually(() -> assertThat(handled.failed(READER)).isEqualTo(7));
            assertThat(handled.numbers(READER, "bad")).containsExactly(0, 1, 2);
            poison.set(-1);
            node.failed.retry(READER, "bad", ADMINISTRATOR);
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void aBatchAsksOnlyForItsOwnKeysHoweverManyAreParked() {
        try (EventNode node = node()) {
            park(5000, "elsewhere-", 1);
            park(1, "often-", 5000);
            ParkedStore parked = new ParkedStore(node.client);
            long read = node.transaction.execute(status -> {
                assertThat(parked.parkedKeys(READER, Set.of("elsewhere-1", "often-1", "good")))
                        .containsExactlyInAnyOrder("elsewhere-1", "often-1");
                return parkedRowsRead(node);
            });
            assertThat(read).isLessThanOrEqualTo(3);
            publishTen(node);
            node.publish("elsewhere-1", 0);
            handled.eventuallyHolds(READER, "good", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            handled.eventually(
                    () -> assertThat(parked.count(READER, "elsewhere-1")).isEqualTo(2));
            assertThat(handled.numbers(READER, "elsewhere-1")).isEmpty();
        }
    }

    /** Parks so many events of each of so many keys, as if their retries had come to an end. */
    private void park(int keys, String prefix, int events) {
        JdbcClient.create(database.asOwner())
                .sql("""
                        insert into events.parked (subscription, seq, key, error, attempts, parked_at)
                        select ?, 1000000::bigint * ? + 10000 * key + event, ? || key, 'IllegalStateException', 5, now()
                        from generate_series(1, ?) key, generate_series(1, ?) event
                        """)
                .params(READER, events, prefix, keys, events)
                .update();
    }

    /** Rows that the running transaction has read of the table of parked events, or of its indexes. */
    private static long parkedRowsRead(EventNode node) {
        return node.client.sql("""
                        select sum(pg_stat_get_xact_tuples_returned(oid)) from pg_class
                        where oid = 'events.parked'::regclass
                           or oid in (select indexrelid from pg_index where indrelid = 'events.parked'::regclass)
                        """).query(Long.class).single();
    }

    @Test
    void isTriedAgainABoundedNumberOfTimesBeforeItWaitsForSomebody() {
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventually(() -> assertThat(node.failed.list(null).items())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.retryAt()).isNull()));
            assertThat(onlyFailure(node).attempts()).isEqualTo(EventNode.SETTINGS.retriesMax() + 1);
            assertThat(onlyFailure(node).error())
                    .startsWith("IllegalStateException at ParkingTest.java")
                    .doesNotContain("private words");
        }
    }

    @Test
    void aFailureThatPassesHealsByItselfAndInOrder() {
        // In the batch, alone, and once more after it was parked.
        failuresMax.set(3);
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(handled.failed(READER)).isZero();
            assertThat(tries.get()).isGreaterThan(3);
        }
    }

    @Test
    void somebodyMayRetryAndTheKeyGoesOnInOrder() {
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventually(() -> assertThat(onlyFailure(node).retryAt()).isNull());
            assertThat(node.failed.retry(READER, "bad", ADMINISTRATOR)).isEqualTo(7);
            poison.set(-1);
            node.publish("bad", 10);
            assertThat(node.failed.retry(READER, "bad", ADMINISTRATOR)).isZero();
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThatThrownBy(() -> node.failed.retry(READER, "bad", ADMINISTRATOR))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aPassingTroubleIsNeverParked() {
        AtomicInteger deadlocks = new AtomicInteger();
        Subscription subscription = Subscription.named(READER).on(CountedEvent.class, event -> {
            HandledEvents.note(self.get().client, READER, event);
            if (deadlocks.incrementAndGet() < 6) {
                throw new UncategorizedSQLException("test", null, new SQLException("deadlock", "40P01"));
            }
        });
        try (EventNode node = started(subscription)) {
            node.publish("k", 1);
            handled.eventuallyHolds(READER, "k", 1);
            assertThat(deadlocks).hasValue(6);
            assertThat(handled.failed(READER)).isZero();
        }
    }

    @Test
    void aReadModelIsBuiltAgainFromTheLog() {
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventually(() -> assertThat(handled.failed(READER)).isEqualTo(7));
            poison.set(-1);
            node.failed.replay(READER, ADMINISTRATOR);
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            handled.eventuallyHolds(READER, "good", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(handled.failed(READER)).isZero();
        }
    }

    /** A node that ends half-way leaves it to the next, which reads nothing twice. */
    @Test
    void aRebuildGoesOnWhereItStopped() throws SQLException {
        poison.set(-1);
        Subscription subscription = refusing();
        try (Connection holder = database.asProgram().getConnection()) {
            try (EventNode node = started(subscription)) {
                publishTen(node);
                handled.eventuallyHolds(READER, "good", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                holder.createStatement().execute("select pg_advisory_lock(77, hashtext('" + READER + "'))");
                node.failed.replay(READER, ADMINISTRATOR);
                handled.eventually(
                        () -> assertThat(handled.count(SeenModel.BESIDE)).isEqualTo(20));
                assertThat(handled.count(READER)).isEqualTo(20);
            }
        }
        try (EventNode node = started(subscription)) {
            handled.eventually(() ->
                    assertThat(node.failed.subscriptions().getFirst().rebuilt()).isNull());
            assertThat(handled.numbers(READER, "bad")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void onlyAReadModelIsReplayed() {
        try (EventNode node = started(Subscription.named(READER).on(CountedEvent.class, event -> {}))) {
            assertThatThrownBy(() -> node.failed.replay(READER, ADMINISTRATOR)).isInstanceOf(NotReplayable.class);
        }
    }

    /** The server ends the whole transaction, so nothing in it can say which event it was. */
    @Test
    void anEventThatOverrunsEveryTransactionIsGivenUpAndToldOfAndTheOthersGoOn() {
        Subscription overrunning = Subscription.named(READER).on(CountedEvent.class, event -> {
            HandledEvents.note(self.get().client, READER, event);
            if (event.event().number() == 3) {
                self.get().client.sql("set local transaction_timeout = '30ms'").update();
                self.get()
                        .client
                        .sql("select pg_sleep(60)")
                        .query((row, number) -> number)
                        .list();
            }
        });
        try (EventNode node = started(overrunning)) {
            IntStream.range(0, 6).forEach(number -> node.publish("k" + number, number));
            handled.eventually(() -> assertThat(handled.count(READER)).isEqualTo(5));
            handled.eventually(() -> assertThat(onlyFailure(node).retryAt()).isNull());
            assertThat(told(node)).isEqualTo(1);
        }
    }

    private static long told(EventNode node) {
        return node.client
                .sql("select count(*) from events.event where type = 'event_set_aside'")
                .query(Long.class)
                .single();
    }

    @Test
    void oneBadEventDoesNotEndTheProtectionOfItsKey() {
        try (EventNode node = started(refusing().inAnyOrder())) {
            publishTen(node);
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 4, 5, 6, 7, 8, 9);
            assertThat(onlyFailure(node).behind()).isZero();
        }
    }

    @Test
    void somebodyMaySkipTheFirstParkedEventWithAReasonAndTheKeyGoesOn() {
        try (EventNode node = node()) {
            publishTen(node);
            handled.eventually(() -> assertThat(onlyFailure(node).retryAt()).isNull());
            long seq = onlyFailure(node).seq();
            assertThatThrownBy(() -> node.failed.skip(READER, "bad", seq, " ", ADMINISTRATOR))
                    .isInstanceOf(InvalidField.class);
            assertThatThrownBy(() -> node.failed.skip(READER, "bad", seq + 2, "it was never needed", ADMINISTRATOR))
                    .isInstanceOf(NotFound.class);
            node.failed.skip(READER, "bad", seq, "it was never needed", ADMINISTRATOR);
            handled.eventuallyHolds(READER, "bad", 0, 1, 2, 4, 5, 6, 7, 8, 9);
            assertThat(handled.failed(READER)).isZero();
        }
    }
}
