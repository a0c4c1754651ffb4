package network.fanz.platform.events;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import network.fanz.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's events on a test's database, without the rest of the program. */
final class EventNode implements AutoCloseable {
    static final EventSettings SETTINGS = new EventSettings(
            200,
            Duration.ofSeconds(10),
            4,
            Duration.ofMillis(2),
            Duration.ofMillis(20),
            2,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            Duration.ofSeconds(45));

    final HikariDataSource pool;
    final JdbcClient client;
    final TransactionTemplate transaction;
    final Events events;
    final EventDispatcher dispatcher;
    final ParkedEvents failed;

    private EventNode(DataSource database, EventSettings settings, List<Subscription> subscriptions) {
        Clock clock = Clock.systemUTC();
        pool = pool(database);
        client = JdbcClient.create(pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        events = new Events(pool, clock);
        SubscriptionRunner.EventStores stores = new SubscriptionRunner.EventStores(
                new EventStore(client), new CursorStore(client), new ParkedStore(client), events, transactions);
        dispatcher = new EventDispatcher(settings, events, pool, stores, clock, subscriptions);
        failed = new ParkedEvents(dispatcher, stores.parked(), stores.cursors(), events, clock);
    }

    /** Not yet started, for handlers that need the node themselves. */
    static EventNode prepared(TestDatabase database, Subscription... subscriptions) {
        return prepared(database.asProgram(), subscriptions);
    }

    static EventNode prepared(DataSource database, Subscription... subscriptions) {
        return new EventNode(database, SETTINGS, List.of(subscriptions));
    }

    /** One that handles few events at a time. */
    static EventNode withBatchMax(int batchMax, TestDatabase database, Subscription... subscriptions) {
        return bounded(batchMax, SETTINGS.batchTimeMax(), database, subscriptions);
    }

    /** One whose batches end soon. */
    static EventNode withBatchTimeMax(Duration batchTimeMax, TestDatabase database, Subscription... subscriptions) {
        return bounded(SETTINGS.batchMax(), batchTimeMax, database, subscriptions);
    }

    private static EventNode bounded(
            int batchMax, Duration batchTimeMax, TestDatabase database, Subscription... subscriptions) {
        EventSettings bounds = new EventSettings(
                batchMax,
                batchTimeMax,
                SETTINGS.workersMax(),
                SETTINGS.gather(),
                SETTINGS.poll(),
                SETTINGS.retriesMax(),
                SETTINGS.retryDelay(),
                SETTINGS.pauseMax(),
                SETTINGS.stopMax(),
                SETTINGS.delayMax(),
                SETTINGS.passingKeptFor(),
                SETTINGS.watermarkAgeMax());
        return new EventNode(database.asProgram(), bounds, List.of(subscriptions));
    }

    void publish(String key, int number) {
        transaction.executeWithoutResult(status -> events.append(new CountedEvent(key, number)));
    }

    /** Appends in a transaction that stays open until the returned latch is counted down. */
    CountDownLatch publishSlowly(String key, int number, Consumer<EventNode> first) throws InterruptedException {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(status -> {
                    first.accept(this);
                    events.append(new CountedEvent(key, number));
                    appended.countDown();
                    await(commit);
                }));
        appended.await();
        return commit;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        dispatcher.stop();
        pool.close();
    }
}
