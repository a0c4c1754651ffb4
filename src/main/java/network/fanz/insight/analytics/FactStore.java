package network.fanz.insight.analytics;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.security.identity.events.EmailVerified;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes facts. Each is the same however often it is written. */
@Component
class FactStore {
    private static final int BATCH_MAX = 1000;

    private final JdbcTemplate database;

    FactStore(JdbcTemplate database) {
        this.database = database;
    }

    void settled(List<PaymentSettled> payments) {
        database.batchUpdate("""
                insert into analytics.payment (id, kind, asset, price, fee, share, buyer, seller, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """, payments, BATCH_MAX, FactStore::set);
    }

    void refunded(UUID payment, Instant at) {
        database.update(
                "update analytics.payment set refunded_at = ? where id = ? and refunded_at is null",
                at.atOffset(ZoneOffset.UTC),
                payment);
    }

    void verified(List<EmailVerified> accounts) {
        database.batchUpdate(
                "insert into analytics.verified_account (id, verified_at) values (?, ?) on conflict (id) do nothing",
                accounts,
                BATCH_MAX,
                (row, verified) -> {
                    row.setObject(1, verified.account().value());
                    row.setObject(2, verified.at().atOffset(ZoneOffset.UTC));
                });
    }

    /** An account was active on a day. */
    record AccountActivity(AccountId account, Instant at) {}

    void active(List<AccountActivity> activities) {
        database.batchUpdate("""
                insert into analytics.activity (day, account, first_at) values (?, ?, ?)
                on conflict (day, account) do update set first_at = least(activity.first_at, excluded.first_at)
                """, activities, BATCH_MAX, (row, accountActivity) -> {
            row.setObject(1, LocalDate.ofInstant(accountActivity.at(), ZoneOffset.UTC));
            row.setObject(2, accountActivity.account().value());
            row.setObject(3, accountActivity.at().atOffset(ZoneOffset.UTC));
        });
    }

    void alertOpened(UUID alert, String severity, Instant at) {
        database.update(
                "insert into analytics.alert (id, severity, opened_at) values (?, ?, ?) on conflict (id) do nothing",
                alert,
                severity,
                at.atOffset(ZoneOffset.UTC));
    }

    void alertClosed(UUID alert, Instant at) {
        database.update(
                "update analytics.alert set closed_at = ? where id = ? and closed_at is null",
                at.atOffset(ZoneOffset.UTC),
                alert);
    }

    /** Forgets all facts; the log holds what they were made of. */
    void empty() {
        database.update("delete from analytics.payment");
        database.update("delete from analytics.verified_account");
        database.update("delete from analytics.activity");
        database.update("delete from analytics.alert");
    }

    private static void set(PreparedStatement row, PaymentSettled payment) throws SQLException {
        row.setObject(1, payment.payment());
        row.setString(2, payment.kind());
        row.setString(3, payment.price().asset().toString());
        row.setBigDecimal(4, new java.math.BigDecimal(payment.price().units()));
        row.setBigDecimal(5, new java.math.BigDecimal(payment.fee().units()));
        row.setBigDecimal(6, new java.math.BigDecimal(payment.share().units()));
        row.setObject(7, payment.buyer().value());
        row.setObject(8, payment.seller().value());
        row.setObject(9, payment.at().atOffset(ZoneOffset.UTC));
    }
}
