package network.fanz.finance.payments.lifecycle;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which payments that were taken back are booked by hand. */
@Component
class BookedBackStore {
    /** As the index has it. */
    static final String UNBOOKED =
            " and taken_back is not null and not booked_back and state in ('SETTLED', 'REFUND_REFUSED')";

    private final JdbcClient jdbc;

    BookedBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the payment locked until the transaction ends, so that who comes later has seen more. */
    void lock(UUID payment) {
        jdbc.sql("select id from payments.payment where id = ? for update")
                .param(payment)
                .query(UUID.class)
                .optional();
    }

    void mark(UUID payment, boolean booked) {
        jdbc.sql("update payments.payment set booked_back = :booked where id = :id and booked_back <> :booked")
                .param("booked", booked)
                .param("id", payment)
                .update();
    }

    int countUnbooked(int max) {
        return jdbc.sql("select count(*) from (select from payments.payment where true" + UNBOOKED
                        + " limit ?) payments")
                .param(max)
                .query(Integer.class)
                .single();
    }
}
