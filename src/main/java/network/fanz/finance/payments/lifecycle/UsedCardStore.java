package network.fanz.finance.payments.lifecycle;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed cards of payments. */
@Component
class UsedCardStore {
    private final JdbcClient jdbc;

    UsedCardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID payment, byte[] card, byte[] lookup) {
        jdbc.sql("insert into payments.used_card (payment, card, last4_lookup) values (?, ?, ?) on conflict do nothing")
                .params(payment, card, lookup)
                .update();
    }

    Optional<byte[]> find(UUID payment) {
        return jdbc.sql("select card from payments.used_card where payment = ?")
                .param(payment)
                .query((row, number) -> row.getBytes("card"))
                .optional();
    }
}
