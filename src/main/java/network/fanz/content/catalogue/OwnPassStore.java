package network.fanz.content.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passes of one person: offered, sold and bought; and their short addresses. */
@Component
class OwnPassStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    OwnPassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record KeptOffer(
            UUID id,
            Money price,
            int days,
            Instant offeredAt,
            @Nullable Instant withdrawnAt) {}

    List<KeptOffer> offers(AccountId creator, @Nullable String after, int limit) {
        return jdbc.sql("""
                select p.*, w.withdrawn_at from catalogue.pass p left join catalogue.withdrawal w on w.pass = p.id
                 where p.creator = :creator and p.id > :after order by p.id limit :limit""")
                .param("creator", creator.value())
                .param("after", id(after))
                .param("limit", limit)
                .query((row, number) -> new KeptOffer(
                        row.getObject("id", UUID.class),
                        new Money(
                                Asset.of(row.getString("asset")),
                                row.getBigDecimal("price").toBigIntegerExact()),
                        row.getInt("days"),
                        Columns.instant(row, "offered_at"),
                        Columns.instantOrNull(row, "withdrawn_at")))
                .list();
    }

    /** @param revokedAt when its payment was given back; null if it was not */
    record KeptGrant(
            UUID payment,
            UUID pass,
            AccountId fan,
            AccountId creator,
            Instant startsAt,
            Instant endsAt,
            Instant grantedAt,
            @Nullable Instant revokedAt) {}

    List<KeptGrant> bought(AccountId fan, @Nullable String after, int limit) {
        return grants("g.fan", fan, after, limit);
    }

    List<KeptGrant> sold(AccountId creator, @Nullable String after, int limit) {
        return grants("g.creator", creator, after, limit);
    }

    private List<KeptGrant> grants(String whose, AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select g.*, r.revoked_at from catalogue.pass_grant g left join catalogue.revocation r using (payment)
                 where %s = :owner and g.payment > :after order by g.payment limit :limit""".formatted(whose))
                .param("owner", owner.value())
                .param("after", id(after))
                .param("limit", limit)
                .query(OwnPassStore::grant)
                .list();
    }

    private static KeptGrant grant(ResultSet row, int number) throws SQLException {
        return new KeptGrant(
                row.getObject("payment", UUID.class),
                row.getObject("pass", UUID.class),
                new AccountId(row.getObject("fan", UUID.class)),
                new AccountId(row.getObject("creator", UUID.class)),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                Columns.instant(row, "granted_at"),
                Columns.instantOrNull(row, "revoked_at"));
    }

    /** @param handle sealed */
    record KeptHandle(byte[] handle, Instant chosenAt) {}

    List<KeptHandle> handles(AccountId creator) {
        return jdbc.sql("select handle, chosen_at from catalogue.handle where creator = ? order by chosen_at desc")
                .param(creator.value())
                .query((row, number) -> new KeptHandle(row.getBytes("handle"), Columns.instant(row, "chosen_at")))
                .list();
    }

    private static UUID id(@Nullable String after) {
        return after == null ? FIRST : UUID.fromString(after);
    }
}
