package network.fanz.content.compliance.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts rows; none of them is opened. */
@Component
class ObligationStore {
    private static final String RECORDS = """
            select count(*) filter (where scanned) as met, count(*) filter (where not scanned) as missing, null::date as due
              from (select exists (select from compliance.performer_scan scan where scan.performer = performer.id) as scanned
                      from compliance.performer) record""";

    private static final String CONSENTS = """
            select count(*) filter (where agreed) as met, count(*) filter (where not agreed) as missing, null::date as due
              from (select exists (
                      select from compliance.consent_signature signature
                        join compliance.consent_scope scope on scope.signature = signature.id and scope.scope = 'PUBLISHED'
                       where signature.work = person.work and signature.performer = person.performer
                         and not exists (select from compliance.consent_revocation revoked
                                          where revoked.signature = scope.signature and revoked.scope = scope.scope)) as agreed
                      from compliance.work_person person
                     where person.number = (select max(number) from compliance.work_statement latest where latest.work = person.work)) person""";

    private static final String IDENTITIES = """
            select count(*) filter (where good) as met, count(*) filter (where not good) as missing,
                   min(ends) filter (where good) as due
              from (select max(document_expires) as ends, max(document_expires) >= :today as good
                      from compliance.verification where state in ('VERIFIED', 'EXPIRED') group by creator) creator""";

    private static final String SIGNED = """
            select count(*) filter (where signed) as met, count(*) filter (where not signed) as missing, null::date as due
              from (select exists (
                      select from compliance.agreement_signature signature
                       where signature.creator = verified.creator
                         and signature.number = (select max(number) from compliance.agreement)) as signed
                      from compliance.verification verified where state = 'VERIFIED') creator""";

    private static final String REVIEWED = """
            select count(*) filter (where reviewed_at is not null) as met,
                   count(*) filter (where reviewed_at is null and number = (select max(number) from compliance.agreement)) as missing,
                   null::date as due
              from compliance.agreement""";

    private final JdbcClient jdbc;

    ObligationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param due the day from which on one more is missing; null if no row tells */
    record Count(long met, long missing, @Nullable LocalDate due) {}

    Count records() {
        return count(jdbc.sql(RECORDS));
    }

    Count consents() {
        return count(jdbc.sql(CONSENTS));
    }

    Count identities(LocalDate today) {
        return count(jdbc.sql(IDENTITIES).param("today", today));
    }

    Count signed() {
        return count(jdbc.sql(SIGNED));
    }

    Count reviewed() {
        return count(jdbc.sql(REVIEWED));
    }

    private static Count count(JdbcClient.StatementSpec query) {
        return query.query((row, number) ->
                        new Count(row.getLong("met"), row.getLong("missing"), row.getObject("due", LocalDate.class)))
                .single();
    }
}
