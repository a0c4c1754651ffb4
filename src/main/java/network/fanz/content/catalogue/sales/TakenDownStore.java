package network.fanz.content.catalogue.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works that were bought and that nobody sees any more, and how far their buyers were told. */
@Component
class TakenDownStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    TakenDownStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param toldAfter the last payment whose buyer was told */
    record TakenDown(UUID work, Instant at, UUID toldAfter) {}

    /** Only what somebody has bought. */
    void note(UUID work, Instant at) {
        jdbc.sql("""
                insert into catalogue.taken_down (work, at)
                select :work, :at where exists (select from catalogue.work_grant where work = :work)
                on conflict (work) do update set at = excluded.at, told_after = null, told = false""").param("work", work).param("at", Columns.utc(at)).update();
    }

    /** One whose buyers are not all told, for this transaction alone. */
    Optional<TakenDown> take() {
        return jdbc.sql("""
                select work, at, told_after from catalogue.taken_down where not told order by at limit 1 for update skip locked""")
                .query((row, number) -> new TakenDown(
                        row.getObject("work", UUID.class),
                        Columns.instant(row, "at"),
                        orFirst(row.getObject("told_after", UUID.class))))
                .optional();
    }

    /** Who has bought it, behind a payment, and whose money did not go back. */
    List<WorkGrant> buyers(UUID work, UUID after, int limit) {
        return jdbc.sql("""
                select payment, fan, creator from catalogue.work_grant g
                 where work = ? and payment > ? and not exists (select from catalogue.work_revocation v where v.payment = g.payment)
                 order by payment limit ?""")
                .params(work, after, limit)
                .query((row, number) -> new WorkGrant(
                        row.getObject("payment", UUID.class),
                        work,
                        new AccountId(row.getObject("fan", UUID.class)),
                        new AccountId(row.getObject("creator", UUID.class))))
                .list();
    }

    void told(UUID work, UUID after, boolean all) {
        jdbc.sql("update catalogue.taken_down set told_after = ?, told = ? where work = ?")
                .params(after, all, work)
                .update();
    }

    private static UUID orFirst(@Nullable UUID after) {
        return after == null ? FIRST : after;
    }
}
