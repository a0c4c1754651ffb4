package network.fanz.content.moderation.screening;

import java.util.UUID;
import network.fanz.common.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has begun to look at the film that they have in hand. */
@Component
class FilmLookStore {
    private final JdbcClient jdbc;

    FilmLookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false if they have looked at it since they took it in hand. */
    boolean begin(UUID item, AccountId reader) {
        return jdbc.sql("""
                        update moderation.review_item set film_seen_by = :reader
                         where release = :item and claimed_by = :reader and film_seen_by is distinct from :reader""").param("reader", reader.value()).param("item", item).update() == 1;
    }
}
