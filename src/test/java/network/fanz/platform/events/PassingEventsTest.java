package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.platform.postgres.Columns;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What strangers cause leaves the log once every subscription has seen it. */
@Tag("database")
class PassingEventsTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final Instant now = Clock.systemUTC().instant();

    private void event(String key, boolean passing, Instant at) {
        owner.sql("""
                        insert into events.event (id, type, key, occurred_at, payload, passing)
                        values (gen_random_uuid(), 'test_counted', :key, :at, '{"key": "k", "number": 1}', :passing)
                        """)
                .param("key", key)
                .param("at", Columns.utc(at))
                .param("passing", passing)
                .update();
    }

    private List<String> left() {
        return owner.sql("select key from events.event order by seq")
                .query(String.class)
                .list();
    }

    private static Subscription refusing(String name, String key) {
        return Subscription.named(name).on(CountedEvent.class, delivered -> {
            if (delivered.event().key().equals(key)) {
                throw new IllegalStateException("refused");
            }
        });
    }

    @Test
    void whatAllHaveSeenIsForgottenUnlessItIsForEverOrYoung() throws Exception {
        event("for ever", false, now.minus(Duration.ofHours(1)));
        event("failed", true, now.minus(Duration.ofHours(1)));
        event("failed just now", true, now);
        event("failed in a year, by a wrong clock", true, now.plus(Duration.ofDays(365)));
        try (EventNode node = EventNode.prepared(database, refusing("test.a", ""), refusing("test.b", ""))) {
            node.dispatcher.forgetPassing();
            assertThat(left()).as("nobody has seen any").hasSize(4);
            node.dispatcher.start();
            await().atMost(Duration.ofSeconds(30)).until(node.dispatcher::hasCaughtUp);
            node.dispatcher.forgetPassing();
            assertThat(left()).containsExactly("for ever", "failed just now");
        }
    }

    @Test
    void whatASubscriptionHasSetAsideStaysUntilItIsHandled() throws Exception {
        event("k", true, now.minus(Duration.ofHours(1)));
        try (EventNode node = EventNode.prepared(database, refusing("test.a", "k"))) {
            node.dispatcher.start();
            await().atMost(Duration.ofSeconds(30)).until(node.dispatcher::hasCaughtUp);
            node.dispatcher.forgetPassing();
            assertThat(left()).containsExactly("k");
        }
    }

    @Test
    void nobodyDeletesAnyByHand() {
        event("k", true, now.minus(Duration.ofHours(1)));
        for (JdbcClient role : List.of(owner, JdbcClient.create(database.asProgram()))) {
            assertThatThrownBy(() -> role.sql("delete from events.event").update())
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
