package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which grants have come to their end, and were looked at. */
@Component
class PassEndStore {
    private final JdbcClient jdbc;

    PassEndStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param revoked whether its payment was given back */
    record EndedGrant(UUID payment, AccountId fan, AccountId creator, boolean revoked) {}

    /** Takes grants that ended after the one time and by the other, and that nobody has taken. */
    List<EndedGrant> take(Instant after, Instant by, int limit) {
        return jdbc.sql("""
                with taken as (
                  insert into catalogue.ended (payment, looked_at)
                  select payment, :by from catalogue.pass_grant g
                   where ends_at > :after and ends_at <= :by
                     and not exists (select from catalogue.ended e where e.payment = g.payment)
                   order by ends_at limit :limit
                  on conflict do nothing returning payment)
                select g.payment, g.fan, g.creator,
                       exists (select from catalogue.revocation r where r.payment = g.payment) as revoked
                  from taken join catalogue.pass_grant g using (payment) order by g.ends_at""")
                .param("after", Columns.utc(after))
                .param("by", Columns.utc(by))
                .param("limit", limit)
                .query((row, number) -> new EndedGrant(
                        row.getObject("payment", UUID.class),
                        new AccountId(row.getObject("fan", UUID.class)),
                        new AccountId(row.getObject("creator", UUID.class)),
                        row.getBoolean("revoked")))
                .list();
    }
}
