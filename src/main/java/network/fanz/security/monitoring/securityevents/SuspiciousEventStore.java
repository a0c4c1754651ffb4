package network.fanz.security.monitoring.securityevents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that the rules count: those of some weight, of one account or address, within a window. */
@Component
public class SuspiciousEventStore {
    private static final int UNTOLD_LOOKED_AT = 200;

    private final JdbcClient database;

    SuspiciousEventStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest failed proofs from an address in (after, to], up to the limit.
     *
     * @param own only those that the program has seen itself; else those that outside senders claim, too
     */
    public List<SuspiciousEvent> failuresFrom(String address, boolean own, Instant after, Instant to, int limit) {
        return suspicious("ip_address = :who" + failed(own), Map.of("who", address), after, to, limit);
    }

    /** The same, of those about one account. */
    public List<SuspiciousEvent> failuresAt(
            String address, AccountId account, boolean own, Instant after, Instant to, int limit) {
        return suspicious(
                "user_id = :who and ip_address = :address" + failed(own),
                Map.of("who", account.value(), "address", address),
                after,
                to,
                limit);
    }

    /**
     * The newest failed proofs about an account that the program has seen itself in (after, to], if as many as the limit come from other
     * addresses than the one with the most; else none. Whether an alert about one of the addresses tells of them is no matter: that says
     * who attacks, and this who is attacked.
     */
    public List<SuspiciousEvent> failuresFromMany(AccountId account, Instant after, Instant to, int limit) {
        boolean many = database.sql("""
                        select coalesce(sum(failures) - max(failures), 0) >= :limit
                        from (select count(*) as failures from (
                          select ip_address from monitoring.security_event
                          where user_id = :who and category = 'AUTHENTICATION' and reported_by is null
                            and at > :after and at <= :to and severity in ('MEDIUM', 'HIGH', 'CRITICAL')
                          order by at desc, seq desc limit :looked) newest
                          group by ip_address) address
                        """)
                .param("who", account.value())
                .param("after", Columns.utc(after))
                .param("to", Columns.utc(to))
                .param("looked", UNTOLD_LOOKED_AT)
                .param("limit", limit)
                .query(Boolean.class)
                .single();
        return many
                ? suspicious("user_id = :who" + failed(true), Map.of("who", account.value()), after, to, limit)
                : List.of();
    }

    private static String failed(boolean own) {
        return " and category = 'AUTHENTICATION'" + (own ? " and reported_by is null" : "");
    }

    /**
     * The newest suspicious events about an account in (after, to] of which no alert of another rule tells, up to the limit. An alert
     * about outside senders' claims takes nothing away from what the program has seen itself.
     */
    public List<SuspiciousEvent> untoldAbout(AccountId account, String rule, Instant after, Instant to, int limit) {
        return untold("user_id = :who", account.value(), rule, after, to, limit);
    }

    /** The same, from an address and without an account; not failed proofs, of which a few for names that nobody has harm nobody. */
    public List<SuspiciousEvent> untoldFrom(String address, String rule, Instant after, Instant to, int limit) {
        return untold(
                "ip_address = :who and user_id is null and category <> 'AUTHENTICATION'",
                address,
                rule,
                after,
                to,
                limit);
    }

    private List<SuspiciousEvent> untold(String whose, Object who, String rule, Instant after, Instant to, int limit) {
        // Looks at a bounded number, so that a flood of which an alert tells makes no event dearer than the one before.
        return database.sql("""
                select id, severity, user_id from (
                  select id, severity, user_id, reported_by, at, seq from monitoring.security_event
                  where""" + " " + whose + """
                   and at > :after and at <= :to and severity in ('MEDIUM', 'HIGH', 'CRITICAL')
                  order by at desc, seq desc limit :looked) newest
                where not exists (select from monitoring.alert_event told join monitoring.alert on alert.id = told.alert
                  where told.event = newest.id and alert.rule <> :rule
                  and (newest.reported_by is not null or not starts_with(alert.rule, 'reported:')))
                order by at desc, seq desc limit :limit
                """)
                .param("who", who)
                .param("rule", rule)
                .param("after", Columns.utc(after))
                .param("to", Columns.utc(to))
                .param("looked", UNTOLD_LOOKED_AT)
                .param("limit", limit)
                .query(SuspiciousEventStore::read)
                .list();
    }

    private List<SuspiciousEvent> suspicious(
            String whose, Map<String, Object> who, Instant after, Instant to, int limit) {
        return database.sql("select id, severity, user_id from monitoring.security_event where " + whose + """
                 and at > :after and at <= :to and severity in ('MEDIUM', 'HIGH', 'CRITICAL')
                order by at desc, seq desc limit :limit
                """)
                .params(who)
                .param("after", Columns.utc(after))
                .param("to", Columns.utc(to))
                .param("limit", limit)
                .query(SuspiciousEventStore::read)
                .list();
    }

    private static SuspiciousEvent read(ResultSet row, int number) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new SuspiciousEvent(
                row.getObject("id", UUID.class),
                Severity.valueOf(row.getString("severity")),
                user == null ? null : new AccountId(user));
    }
}
