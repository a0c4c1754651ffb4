package network.fanz.finance.payments.lifecycle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.UnexpectedMessage;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What providers said that no transition answers. */
@Component
public class UnexpectedMessageStore {
    private static final int SHOWN_MAX = 50;

    private final JdbcClient jdbc;

    UnexpectedMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param named the payment as the provider names it, ours or not
     * @return false if the message came before
     */
    boolean insert(ProviderMessageUnexpected message, @Nullable UUID named, @Nullable PaymentState state) {
        Money amount = message.amount();
        return jdbc.sql("""
                insert into payments.unexpected_message (provider, event_id, payment, word, asset, amount, state, received_at)
                values (:provider, :event, :payment, :word, :asset, :amount, :state, :at) on conflict do nothing""")
                        .param("provider", message.provider())
                        .param("event", message.message())
                        .param("payment", named, Types.OTHER)
                        .param("word", message.word())
                        .param("asset", amount == null ? null : amount.asset().toString(), Types.VARCHAR)
                        .param("amount", amount == null ? null : new BigDecimal(amount.units()), Types.NUMERIC)
                        .param("state", state == null ? null : state.name(), Types.VARCHAR)
                        .param("at", Columns.utc(message.at()))
                        .update()
                == 1;
    }

    /** Whether the provider has said something of the payment that contradicts what we know. */
    boolean existOf(UUID payment) {
        return jdbc.sql("select exists (select from payments.unexpected_message where payment = ?)")
                .param(payment)
                .query(Boolean.class)
                .single();
    }

    /** Newest first, the newest of them. */
    public List<UnexpectedMessage> of(UUID payment) {
        return jdbc.sql("""
                select word, asset, amount, state, received_at from payments.unexpected_message
                 where payment = ? order by received_at desc, event_id limit ?""")
                .params(payment, SHOWN_MAX)
                .query((row, number) -> message(row))
                .list();
    }

    private static UnexpectedMessage message(ResultSet row) throws SQLException {
        String asset = row.getString("asset");
        String state = row.getString("state");
        return new UnexpectedMessage(
                row.getString("word"),
                asset == null ? null : new Money(Asset.of(asset), Columns.units(row, "amount")),
                state == null ? null : PaymentState.valueOf(state),
                Columns.instant(row, "received_at"));
    }
}
