package network.fanz.security.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain's rows. */
final class AuditStore {
    private final JdbcClient client;

    AuditStore(JdbcClient client) {
        this.client = client;
    }

    Optional<Link> last() {
        return client.sql("select * from audit.entry order by seq desc limit 1")
                .query(AuditStore::link)
                .optional();
    }

    void insert(Link link) {
        client.sql("""
                        insert into audit.entry
                          (seq, event, at, name, actor, on_behalf_of, subject, details, previous, hash)
                        values (:seq, :event, :at, :name, :actor, :onBehalfOf, :subject, :details, :previous, :hash)
                        """)
                .param("seq", link.seq())
                .param("event", link.event())
                .param("at", OffsetDateTime.ofInstant(link.at(), ZoneOffset.UTC))
                .param("name", link.name())
                .param("actor", link.actor(), java.sql.Types.OTHER)
                .param("onBehalfOf", link.onBehalfOf(), java.sql.Types.OTHER)
                .param("subject", link.subject())
                .param("details", link.details())
                .param("previous", link.previous())
                .param("hash", link.hash())
                .update();
    }

    List<Link> after(long seq, int max) {
        return client.sql("select * from audit.entry where seq > :seq order by seq limit :max")
                .param("seq", seq)
                .param("max", max)
                .query(AuditStore::link)
                .list();
    }

    /** The latest first. A condition that is not asked for is not in the text, so that the server plans with the right index. */
    List<Link> before(long seq, @Nullable String subject, @Nullable AccountId actor, int max) {
        String sql = "select * from audit.entry where seq < :seq"
                + (subject == null ? "" : " and subject = :subject")
                + (actor == null ? "" : " and actor = :actor")
                + " order by seq desc limit :max";
        JdbcClient.StatementSpec query = client.sql(sql).param("seq", seq).param("max", max);
        if (subject != null) {
            query = query.param("subject", subject);
        }
        if (actor != null) {
            query = query.param("actor", actor.value());
        }
        return query.query(AuditStore::link).list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Link(
                row.getLong("seq"),
                row.getObject("event", UUID.class),
                at,
                row.getString("name"),
                row.getObject("actor", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("subject"),
                row.getString("details"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
