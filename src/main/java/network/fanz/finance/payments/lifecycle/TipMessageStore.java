package network.fanz.finance.payments.lifecycle;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed messages of tips. */
@Component
class TipMessageStore {
    private final JdbcClient jdbc;

    TipMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID payment, byte[] message) {
        jdbc.sql("insert into payments.tip_message (payment, message) values (?, ?)")
                .params(payment, message)
                .update();
    }

    /** Those of them that have one. */
    Map<UUID, byte[]> of(Collection<UUID> payments) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.sql("select payment, message from payments.tip_message where payment = any(:payments)")
                .param("payments", payments.toArray(UUID[]::new), Types.ARRAY)
                .query(row -> {
                    found.put(row.getObject("payment", UUID.class), row.getBytes("message"));
                });
        return found;
    }
}
