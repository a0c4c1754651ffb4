package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has bought a creator's passes. */
@Component
class SupporterStore {
    private final JdbcClient jdbc;

    SupporterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param end until when the fan's last pass was granted: their place in the list */
    record LastGrant(AccountId fan, Instant end) {}

    /**
     * Each fan's last grant that was not given back, the longest lasting first.
     *
     * @param after what the page before ended with; null for the first page
     */
    List<LastGrant> lastGrants(AccountId creator, @Nullable LastGrant after, int limit) {
        String afterLast = after == null ? "" : "and (g.ends_at, g.fan) < (:end, :fan)";
        JdbcClient.StatementSpec spec = jdbc.sql("""
                select g.fan, g.ends_at from catalogue.pass_grant g
                 where g.creator = :creator %s
                   and not exists (select from catalogue.revocation r where r.payment = g.payment)
                   and not exists (
                     select from catalogue.pass_grant later
                      where later.fan = g.fan and later.creator = g.creator
                        and (later.ends_at, later.payment) > (g.ends_at, g.payment)
                        and not exists (select from catalogue.revocation r where r.payment = later.payment))
                 order by g.ends_at desc, g.fan desc limit :limit""".formatted(afterLast))
                .param("creator", creator.value())
                .param("limit", limit);
        if (after != null) {
            spec = spec.param("end", Columns.utc(after.end()))
                    .param("fan", after.fan().value());
        }
        return spec.query((row, number) ->
                        new LastGrant(new AccountId(row.getObject("fan", UUID.class)), Columns.instant(row, "ends_at")))
                .list();
    }
}
