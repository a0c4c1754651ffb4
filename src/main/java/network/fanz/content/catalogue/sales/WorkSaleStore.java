package network.fanz.content.catalogue.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants of single works, and those that went back. */
@Component
class WorkSaleStore {
    private static final String LATEST = """
             join lateral (select r.state, r.withdrawn_at from catalogue.release r where r.work = %s order by r.number desc limit 1) latest on true
            """;
    private static final String ENDED =
            "(latest.withdrawn_at is not null or latest.state in ('WITHDRAWN', 'REJECTED', 'SEALED'))";
    private static final String KEPT =
            "not exists (select from catalogue.work_revocation v where v.payment = g.payment)";

    private final JdbcClient jdbc;

    WorkSaleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false if the payment has granted it before. */
    boolean grant(WorkGrant grant, Instant paid, Instant at) {
        return jdbc.sql("""
                insert into catalogue.work_grant (payment, work, fan, creator, paid_at, granted_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                grant.payment(),
                                grant.work(),
                                grant.fan().value(),
                                grant.creator().value(),
                                Columns.utc(paid),
                                Columns.utc(at))
                        .update()
                == 1;
    }

    void revoke(UUID payment, Instant at) {
        jdbc.sql("""
                insert into catalogue.work_revocation (payment, revoked_at)
                select payment, ? from catalogue.work_grant where payment = ?
                on conflict do nothing""").params(Columns.utc(at), payment).update();
    }

    Set<UUID> owned(AccountId fan, Collection<UUID> among) {
        return new HashSet<>(
                jdbc.sql("select g.work from catalogue.work_grant g where g.fan = ? and g.work = any(?) and " + KEPT)
                        .params(fan.value(), among.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    boolean isPublished(UUID work) {
        return jdbc.sql("""
                select exists (select from catalogue.release where work = ? and state = 'PUBLISHED' and withdrawn_at is null)""").param(work).query(Boolean.class).single();
    }

    /** Whether nobody sees the work any more. */
    boolean hasEnded(UUID work) {
        return jdbc.sql("select " + ENDED + " from catalogue.work w" + LATEST.formatted("w.id") + " where w.id = ?")
                .param(work)
                .query(Boolean.class)
                .single();
    }

    /** What a fan has bought, the latest first. */
    List<GrantedWork> bought(AccountId fan, @Nullable UUID after, int limit) {
        return grants("g.fan", fan, after, limit);
    }

    /** What was bought of a creator, the latest first. */
    List<GrantedWork> sold(AccountId creator, @Nullable UUID after, int limit) {
        return grants("g.creator", creator, after, limit);
    }

    private List<GrantedWork> grants(String whose, AccountId owner, @Nullable UUID after, int limit) {
        return jdbc.sql("select g.*, v.revoked_at, " + ENDED + " as ended from catalogue.work_grant g"
                        + " left join catalogue.work_revocation v using (payment)" + LATEST.formatted("g.work")
                        + """
                 where %s = :owner and (:after::uuid is null or (g.paid_at, g.payment) <
                   (select b.paid_at, b.payment from catalogue.work_grant b where b.payment = :after::uuid))
                 order by g.paid_at desc, g.payment desc limit :limit""".formatted(whose))
                .param("owner", owner.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(WorkSaleStore::kept)
                .list();
    }

    private static GrantedWork kept(ResultSet row, int number) throws SQLException {
        return new GrantedWork(
                row.getObject("payment", UUID.class),
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("fan", UUID.class)),
                new AccountId(row.getObject("creator", UUID.class)),
                Columns.instant(row, "paid_at"),
                Columns.instant(row, "granted_at"),
                Columns.instantOrNull(row, "revoked_at"),
                row.getBoolean("ended"));
    }
}
