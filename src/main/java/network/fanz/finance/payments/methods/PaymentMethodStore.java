package network.fanz.finance.payments.methods;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saved ways to pay, sealed. */
@Component
class PaymentMethodStore {
    private final JdbcClient jdbc;

    PaymentMethodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record PaymentMethodRow(UUID id, byte[] card, Instant addedAt) {}

    /**
     * Keeps a card. A removed card comes back if its owner asked to keep it after the removal. A card too many is not kept.
     *
     * @param requestedAt when its owner asked to keep it
     * @param most how many the account may have with it
     * @return whether it is kept
     */
    boolean insert(
            UUID id,
            AccountId account,
            String provider,
            byte[] token,
            byte[] card,
            Instant requestedAt,
            Instant at,
            int most) {
        return jdbc.sql("""
                insert into payments.method as m (id, account, provider, token, card, added_at)
                select :id, :account, :provider, :token, :card, :at
                 where (select count(*) from payments.method
                         where account = :account and removed_at is null and id <> :id) < :most
                on conflict (id) do update set removed_at = null, card = excluded.card, token = excluded.token
                 where m.removed_at is null or m.removed_at < :requestedAt""")
                        .param("id", id)
                        .param("account", account.value())
                        .param("provider", provider)
                        .param("token", token)
                        .param("card", card)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("requestedAt", requestedAt.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Newest first. */
    List<PaymentMethodRow> of(AccountId account) {
        return jdbc.sql("""
                select id, card, added_at from payments.method where account = ? and removed_at is null
                 order by added_at desc limit ?""")
                .params(account.value(), PaymentMethods.SAVED_MAX)
                .query((row, number) -> new PaymentMethodRow(
                        row.getObject("id", UUID.class),
                        row.getBytes("card"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<byte[]> token(AccountId account, UUID id) {
        return jdbc.sql("select token from payments.method where account = ? and id = ?")
                .params(account.value(), id)
                .query((row, number) -> row.getBytes("token"))
                .optional();
    }

    boolean remove(AccountId account, UUID id, Instant at) {
        return jdbc.sql("update payments.method set removed_at = ? where account = ? and id = ? and removed_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), account.value(), id)
                        .update()
                == 1;
    }
}
