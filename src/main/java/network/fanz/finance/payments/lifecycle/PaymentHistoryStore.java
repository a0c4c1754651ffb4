package network.fanz.finance.payments.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentHistoryEntry;
import network.fanz.finance.payments.PaymentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of every payment's state, to look at; {@link PaymentStore} writes it. */
@Component
public class PaymentHistoryStore {
    private final JdbcClient jdbc;

    PaymentHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param before only what led to a version below this one
     */
    public List<PaymentHistoryEntry> of(UUID payment, int before, int limit) {
        return jdbc.sql("""
                select version, moved_at, from_state, to_state, moved_by, account, message, reason from payments.transition
                 where payment = ? and version < ? order by version desc limit ?""")
                .params(payment, before, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static PaymentHistoryEntry entry(ResultSet row) throws SQLException {
        String from = row.getString("from_state");
        PaymentState to = PaymentState.valueOf(row.getString("to_state"));
        PaymentTransitions.PaymentTransition transition =
                from == null ? null : PaymentTransitions.between(PaymentState.valueOf(from), to);
        return new PaymentHistoryEntry(
                row.getInt("version"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                transition == null ? null : transition.from(),
                to,
                transition == null ? PaymentTransitions.BEGINNING : transition.cause(),
                row.getString("reason"),
                mover(row),
                transition == null ? null : transition.eventName());
    }

    private static @Nullable Mover mover(ResultSet row) throws SQLException {
        String movedBy = row.getString("moved_by");
        UUID account = row.getObject("account", UUID.class);
        return movedBy == null
                ? null
                : new Mover(
                        Mover.MoverKind.valueOf(movedBy.toUpperCase(Locale.ROOT)),
                        account == null ? null : new AccountId(account),
                        row.getString("message"));
    }
}
