package network.fanz.security.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain's rows. */
final class AuditStore {
    private static final int BATCH_MAX = 1000;

    private final JdbcTemplate template;
    private final JdbcClient client;

    AuditStore(JdbcTemplate template) {
        this.template = template;
        this.client = JdbcClient.create(template);
    }

    Optional<AuditRow> last() {
        return client.sql("select * from audit.entry order by seq desc limit 1")
                .query(AuditStore::link)
                .optional();
    }

    /** All rows in one round trip. */
    void insert(List<AuditRow> rows) {
        template.batchUpdate("""
                insert into audit.entry (seq, event, at, name, actor, on_behalf_of, subject, details, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH_MAX, AuditStore::set);
    }

    private static void set(PreparedStatement statement, AuditRow row) throws SQLException {
        statement.setLong(1, row.seq());
        statement.setObject(2, row.event());
        statement.setObject(3, Columns.utc(row.at()));
        statement.setString(4, row.name());
        statement.setObject(5, row.actor(), Types.OTHER);
        statement.setObject(6, row.onBehalfOf(), Types.OTHER);
        statement.setString(7, row.subject());
        statement.setString(8, row.details());
        statement.setBytes(9, row.previous());
        statement.setBytes(10, row.hash());
    }

    List<AuditRow> after(long seq, int max) {
        return client.sql("select * from audit.entry where seq > :seq order by seq limit :max")
                .param("seq", seq)
                .param("max", max)
                .query(AuditStore::link)
                .list();
    }

    /** Newest first. The query has only the conditions that are set, so that PostgreSQL plans with the right index. */
    List<AuditRow> before(long seq, @Nullable String subject, @Nullable AccountId actor, int max) {
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

    private static AuditRow link(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                row.getObject("event", UUID.class),
                Columns.instant(row, "at"),
                row.getString("name"),
                row.getObject("actor", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("subject"),
                row.getString("details"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
