package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.postgres.Migrations;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole PostgreSQL falls over while events are published and handled. */
@Tag("database")
@Tag("crash")
class CrashTest {
    private static final int PUBLISHERS = 6;
    private static final int CRASHES = 3;
    private static final int MORE = 50;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean going = new AtomicBoolean(true);

    @Test
    void afterCrashesEveryAcknowledgedEventIsHandledOnceAndInOrder() throws Exception {
        Path folder = TestFolders.forPostgres("crash-events");
        try (DataFolder data = DataFolder.open(folder);
                EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            DataSource owner = source(server, "fanz_owner", server.ownerPassword());
            Migrations.run(owner, "fanz_app");
            HandledEvents handled = HandledEvents.in(owner);
            makeCounters(owner);
            AtomicReference<EventNode> self = new AtomicReference<>();
            try (EventNode node = EventNode.prepared(
                    source(server, "fanz_app", server.programPassword()),
                    Subscription.named("test.a")
                            .on(CountedEvent.class, event -> HandledEvents.note(self.get().client, "test.a", event)))) {
                self.set(node);
                node.dispatcher.start();
                List<Thread> publishers = publishers(node);
                for (int crash = 0; crash < CRASHES; crash++) {
                    untilMoreIsAcknowledged();
                    killABackend(owner);
                }
                untilMoreIsAcknowledged();
                going.set(false);
                for (Thread publisher : publishers) {
                    publisher.join();
                }
                handled.eventually(() -> checkAll(owner, handled));
            }
        } finally {
            TestFolders.delete(folder);
        }
    }

    private void untilMoreIsAcknowledged() throws InterruptedException {
        int before = acknowledged.size();
        await().until(() -> acknowledged.size() > before + MORE);
        Thread.sleep(ThreadLocalRandom.current().nextInt(1500));
    }

    /** A killed backend makes PostgreSQL end all others and recover from its log; it may still be at that from the last time. */
    private static void killABackend(DataSource owner) {
        await().ignoreExceptions().until(() -> {
            int victim = JdbcClient.create(owner)
                    .sql("select pid from pg_stat_activity where usename = 'fanz_app' limit 1")
                    .query(Integer.class)
                    .single();
            return ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        });
    }

    private List<Thread> publishers(EventNode node) {
        List<Thread> threads = new ArrayList<>();
        for (int each = 0; each < PUBLISHERS; each++) {
            String key = "k" + each % 3;
            threads.add(Thread.ofVirtual().start(() -> {
                while (going.get()) {
                    publish(node, key);
                }
            }));
        }
        return threads;
    }

    private void publish(EventNode node, String key) {
        try {
            Integer number = node.transaction.execute(status -> DeliveryTest.count(node, key));
            acknowledged.add(key + ":" + number);
        } catch (RuntimeException down) {
            pause();
        }
    }

    private void checkAll(DataSource owner, HandledEvents handledEvents) {
        Set<String> handled = ConcurrentHashMap.newKeySet();
        for (int key = 0; key < 3; key++) {
            List<Integer> numbers = handledEvents.numbers("test.a", "k" + key);
            int last = JdbcClient.create(owner)
                    .sql("select number from public.counter where key = ?")
                    .param("k" + key)
                    .query(Integer.class)
                    .single();
            assertThat(numbers).hasSize(last).isSorted().doesNotHaveDuplicates();
            for (Integer number : numbers) {
                handled.add("k" + key + ":" + number);
            }
        }
        assertThat(handled).containsAll(acknowledged).hasSizeGreaterThan((CRASHES + 1) * MORE);
    }

    private static void makeCounters(DataSource owner) {
        JdbcClient client = JdbcClient.create(owner);
        client.sql("create table public.counter (key text primary key, number int not null)")
                .update();
        client.sql("insert into public.counter select 'k' || n, 0 from generate_series(0, 9) n")
                .update();
        client.sql("grant select, update on public.counter to fanz_app").update();
    }

    private static DataSource source(EmbeddedPostgres server, String role, String password) {
        return new DriverManagerDataSource(server.url(), role, password);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
