package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import network.fanz.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that a test's handlers write to: what a subscription has really done. It refuses nothing, so that doubles show. */
final class HandledEvents {
    private final JdbcClient owner;

    private HandledEvents(JdbcClient owner) {
        this.owner = owner;
    }

    static HandledEvents in(TestDatabase database) {
        return in(database.asOwner());
    }

    static HandledEvents in(DataSource database) {
        JdbcClient owner = JdbcClient.create(database);
        owner.sql(
                        "create table public.seen (at bigint generated always as identity, reader text, key text, number int)")
                .update();
        owner.sql("grant usage on schema public to fanz_app").update();
        owner.sql("grant select, insert, delete on public.seen to fanz_app").update();
        return new HandledEvents(owner);
    }

    static void note(JdbcClient client, String reader, DeliveredEvent<CountedEvent> delivered) {
        client.sql("insert into public.seen (reader, key, number) values (?, ?, ?)")
                .params(reader, delivered.event().key(), delivered.event().number())
                .update();
    }

    List<Integer> numbers(String reader, String key) {
        return owner.sql("select number from public.seen where reader = ? and key = ? order by at")
                .params(reader, key)
                .query(Integer.class)
                .list();
    }

    long count(String reader) {
        return owner.sql("select count(*) from public.seen where reader = ?")
                .param(reader)
                .query(Long.class)
                .single();
    }

    long failed(String reader) {
        return owner.sql("select count(*) from events.parked where subscription = ?")
                .param(reader)
                .query(Long.class)
                .single();
    }

    void eventually(Runnable check) {
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(check::run);
    }

    void eventuallyHolds(String reader, String key, Integer... numbers) {
        eventually(() -> assertThat(numbers(reader, key)).containsExactly(numbers));
    }
}
