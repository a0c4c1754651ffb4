package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class StopOrderTest {
    /** What a subscription still does would otherwise let in ten seconds of requests that nobody finishes. */
    @Test
    void takesNoMoreRequestsWhileSubscriptionsEndTheirWork() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        RunningFanz program = RunningFanz.over(database);
        int port = program.port();
        CompletableFuture<Void> stopped;
        try (Connection lock = database.asOwner().getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table monitoring.security_event in exclusive mode");
            program.users().fan();
            await().until(() -> isWaiting(database));
            stopped = CompletableFuture.runAsync(program::close);
            await().atMost(Duration.ofSeconds(5)).until(() -> isRefused(port));
            assertThat(stopped).isNotDone();
        }
        stopped.join();
        assertThat(count(database, "select count(*) from monitoring.security_event"))
                .isPositive();
    }

    private static boolean isWaiting(TestDatabase database) {
        return count(database, "select count(*) from pg_locks where not granted") > 0;
    }

    private static long count(TestDatabase database, String query) {
        return JdbcClient.create(database.asOwner())
                .sql(query)
                .query(Long.class)
                .single();
    }

    private static boolean isRefused(int port) {
        try (Socket taken = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !taken.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
