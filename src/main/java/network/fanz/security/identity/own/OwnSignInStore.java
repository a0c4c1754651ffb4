package network.fanz.security.identity.own;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about one account’s ways in. */
@Component
class OwnSignInStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    OwnSignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A factor that is set up, or one recovery code. */
    record KeptFactor(
            String kind,
            @Nullable Instant setUpAt,
            @Nullable Instant usedAt) {}

    List<KeptFactor> factors(AccountId owner) {
        return jdbc.sql("""
                select 'authenticator_app' as kind, confirmed_at as set_up_at, null::timestamptz as used_at
                  from identity.totp where account_id = :owner and confirmed_at is not null
                union all
                select 'recovery_code', made_at, used_at from identity.recovery_code where account_id = :owner""")
                .param("owner", owner.value())
                .query((row, number) -> new KeptFactor(
                        row.getString("kind"),
                        Columns.instantOrNull(row, "set_up_at"),
                        Columns.instantOrNull(row, "used_at")))
                .list();
    }

    record KeptSession(
            UUID id,
            @Nullable String platform,
            byte @Nullable [] device,
            String factors,
            Instant signedInAt,
            Instant lastSeenAt,
            Instant expiresAt) {}

    List<KeptSession> sessions(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select * from identity.session where account_id = :owner and id > :after order by id limit :limit""")
                .param("owner", owner.value())
                .param("after", id(after))
                .param("limit", limit)
                .query((row, number) -> new KeptSession(
                        row.getObject("id", UUID.class),
                        row.getString("platform"),
                        row.getBytes("device"),
                        row.getString("factors"),
                        Columns.instant(row, "signed_in_at"),
                        Columns.instant(row, "last_seen_at"),
                        Columns.instant(row, "expires_at")))
                .list();
    }

    record KeptPlace(String key, Instant lastAt) {}

    List<KeptPlace> places(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select address_hash, last_at from identity.known_address
                 where account_id = :owner and address_hash > :after order by address_hash limit :limit""")
                .param("owner", owner.value())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, number) -> new KeptPlace(row.getString("address_hash"), Columns.instant(row, "last_at")))
                .list();
    }

    record KeptReset(
            String state,
            Instant askedAt,
            @Nullable Instant effectiveAt,
            @Nullable Instant endedAt) {}

    List<KeptReset> resets(AccountId owner) {
        return jdbc.sql("select * from identity.factor_reset where account_id = ? order by asked_at")
                .param(owner.value())
                .query((row, number) -> new KeptReset(
                        row.getString("state"),
                        Columns.instant(row, "asked_at"),
                        Columns.instantOrNull(row, "effective_at"),
                        Columns.instantOrNull(row, "ended_at")))
                .list();
    }

    private static UUID id(@Nullable String after) {
        return after == null ? FIRST : UUID.fromString(after);
    }
}
