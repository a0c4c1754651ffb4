package network.fanz.content.moderation.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import network.fanz.common.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much whoever decides has looked at, by days in UTC. */
@Component
class ExposureStore {
    private static final int KEPT_DAYS = 30;

    private final JdbcClient jdbc;

    ExposureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addItem(AccountId reviewer, Instant at) {
        add(reviewer, at, 1, 0);
    }

    void addMedia(AccountId reviewer, Instant at) {
        add(reviewer, at, 0, 1);
    }

    private void add(AccountId reviewer, Instant at, int items, int media) {
        jdbc.sql("""
                insert into moderation.exposure as seen (reviewer, day, items, media) values (:reviewer, :day, :items, :media)
                on conflict (reviewer, day) do update set items = seen.items + :items, media = seen.media + :media""")
                .param("reviewer", reviewer.value())
                .param("day", day(at))
                .param("items", items)
                .param("media", media)
                .update();
    }

    /** How many items it were on that day. */
    int items(AccountId reviewer, Instant at) {
        return jdbc.sql("select items from moderation.exposure where reviewer = ? and day = ?")
                .params(reviewer.value(), day(at))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void forget(Instant now) {
        jdbc.sql("delete from moderation.exposure where day < ?")
                .param(day(now).minusDays(KEPT_DAYS))
                .update();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
