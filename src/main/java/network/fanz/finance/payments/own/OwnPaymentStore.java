package network.fanz.finance.payments.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What payments keep about one person beside the payments themselves. */
@Component
class OwnPaymentStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    OwnPaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record PaymentMove(UUID payment, String state, Instant at) {}

    /** How each payment came to where it stands, oldest first. */
    Map<UUID, List<PaymentMove>> moves(Collection<UUID> payments) {
        return jdbc
                .sql("""
                select payment, to_state, moved_at from payments.transition where payment = any(?) order by payment, version""")
                .param(payments.toArray(UUID[]::new))
                .query((row, number) -> new PaymentMove(
                        row.getObject("payment", UUID.class),
                        row.getString("to_state"),
                        Columns.instant(row, "moved_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(PaymentMove::payment, LinkedHashMap::new, Collectors.toList()));
    }

    /** The sealed cards that payments were made with. */
    Map<UUID, byte[]> cards(Collection<UUID> payments) {
        return sealed("select payment, card as kept from payments.used_card where payment = any(?)", payments);
    }

    /** What was written with them, sealed. */
    Map<UUID, byte[]> messages(Collection<UUID> payments) {
        return sealed("select payment, message as kept from payments.tip_message where payment = any(?)", payments);
    }

    private Map<UUID, byte[]> sealed(String sql, Collection<UUID> payments) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.sql(sql).param(payments.toArray(UUID[]::new)).query(row -> {
            found.put(row.getObject("payment", UUID.class), row.getBytes("kept"));
        });
        return found;
    }

    record KeptMethod(
            UUID id,
            String provider,
            byte[] card,
            Instant addedAt,
            @Nullable Instant removedAt) {}

    List<KeptMethod> methods(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select * from payments.method where account = :owner and id > :after order by id limit :limit""")
                .param("owner", owner.value())
                .param("after", id(after))
                .param("limit", limit)
                .query((row, number) -> new KeptMethod(
                        row.getObject("id", UUID.class),
                        row.getString("provider"),
                        row.getBytes("card"),
                        Columns.instant(row, "added_at"),
                        Columns.instantOrNull(row, "removed_at")))
                .list();
    }

    /** A request that the person asked for, was asked, or answered for the house. */
    record KeptRequest(
            UUID payment,
            AccountId buyer,
            AccountId seller,
            @Nullable UUID financier,
            String state,
            byte[] reason,
            byte @Nullable [] creatorsWords,
            byte @Nullable [] financesWords,
            Instant askedAt,
            Instant movedAt) {}

    List<KeptRequest> requests(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select * from payments.refund_request
                 where (buyer = :owner or seller = :owner or financier = :owner) and payment > :after
                 order by payment limit :limit""")
                .param("owner", owner.value())
                .param("after", id(after))
                .param("limit", limit)
                .query(OwnPaymentStore::request)
                .list();
    }

    private static KeptRequest request(ResultSet row, int number) throws SQLException {
        return new KeptRequest(
                row.getObject("payment", UUID.class),
                new AccountId(row.getObject("buyer", UUID.class)),
                new AccountId(row.getObject("seller", UUID.class)),
                row.getObject("financier", UUID.class),
                row.getString("state"),
                row.getBytes("reason"),
                row.getBytes("creators_words"),
                row.getBytes("finances_words"),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "moved_at"));
    }

    private static UUID id(@Nullable String after) {
        return after == null ? FIRST : UUID.fromString(after);
    }
}
