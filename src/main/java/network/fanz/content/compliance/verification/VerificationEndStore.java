package network.fanz.content.compliance.verification;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import network.fanz.content.compliance.Verification;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks for which a time has come. */
@Component
class VerificationEndStore {
    private final JdbcClient jdbc;

    VerificationEndStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are verified by a document whose last day is before this one. */
    List<Verification> over(LocalDate today, int limit) {
        return jdbc.sql("""
                select * from compliance.verification where state = 'VERIFIED' and document_expires < ?
                 order by document_expires, id limit ?""")
                .params(today, limit)
                .query((row, number) -> VerificationStore.check(row))
                .list();
    }

    /** Those whose document ends by then and whose creators have not been told. */
    List<Verification> endingUntold(LocalDate by, int limit) {
        return jdbc.sql("""
                select * from compliance.verification where state = 'VERIFIED' and document_expires <= ? and reminded_at is null
                 order by document_expires, id limit ?""")
                .params(by, limit)
                .query((row, number) -> VerificationStore.check(row))
                .list();
    }

    void told(UUID id, Instant at) {
        jdbc.sql("update compliance.verification set reminded_at = ? where id = ?")
                .params(Columns.utc(at), id)
                .update();
    }

    /** Takes those that have waited in their state since before then, for which people were not called yet. */
    List<Verification> takeOverdue(Instant since, int limit) {
        return jdbc.sql("""
                update compliance.verification set called_version = version
                 where id in (select id from compliance.verification
                               where ask_at is not null and state in ('STARTED', 'IN_DOUBT') and state_since < :since
                                 and called_version < version order by state_since limit :limit for update skip locked)
                returning *""")
                .param("since", Columns.utc(since), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query((row, number) -> VerificationStore.check(row))
                .list();
    }
}
