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

    /** All of them in one round trip. */
    void insert(List<AuditRow> links) {
        template.batchUpdate("""
                insert into audit.entry (seq, event, at, name, actor, on_behalf_of, subject, details, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, links, BATCH_MAX, AuditStore::set);
    }

    private static void set(PreparedStatement row, AuditRow auditRow) throws SQLException {
        row.setLong(1, auditRow.seq());
        row.setObject(2, auditRow.event());
        row.setObject(3, Columns.utc(auditRow.at()));
        row.setString(4, auditRow.name());
        row.setObject(5, auditRow.actor(), Types.OTHER);
        row.setObject(6, auditRow.onBehalfOf(), Types.OTHER);
        row.setString(7, auditRow.subject());
        row.setString(8, auditRow.details());
        row.setBytes(9, auditRow.previous());
        row.setBytes(10, auditRow.hash());
    }

    List<AuditRow> after(long seq, int max) {
        return client.sql("select * from audit.entry where seq > :seq order by seq limit :max")
                .param("seq", seq)
                .param("max", max)
                .query(AuditStore::link)
                .list();
    }

    /** The latest first. A condition that is not asked for is not in the text, so that the server plans with the right index. */
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
