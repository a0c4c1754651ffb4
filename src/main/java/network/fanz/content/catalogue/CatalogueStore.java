package network.fanz.content.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.currency.CountedInCurrency;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers, grants and revocations. */
@Component
class CatalogueStore implements CountedInCurrency {
    /**
     * A fan's passes with their times. Each runs on from whatever of the same creator runs when it is paid, or from then; so an end is
     * the latest that any pass so far gives, from its payment on through all lengths behind it: the longest path, without recursion.
     */
    private static final String OWNED = """
            select payment, pass, creator, ends - length as starts_at, ends as ends_at from (
              select *, through + max(paid - (through - length)) over chain as ends from (
                select *, sum(length) over chain as through from (
                  select payment, pass, creator, coalesce(paid_at, granted_at) as paid,
                         make_interval(secs => extract(epoch from ends_at - starts_at)::double precision) as length
                    from catalogue.pass_grant g
                   where g.fan = :fan and not exists (select from catalogue.revocation r where r.payment = g.payment)) held
                window chain as (partition by creator order by paid, payment)) summed
              window chain as (partition by creator order by paid, payment)) owned
            """;

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** There are as many passes as creators, so one look through them is short. */
    @Override
    public Optional<String> contradiction(Asset currency) {
        return jdbc.sql("select asset from catalogue.pass where asset <> :currency limit 1")
                .param("currency", currency.toString())
                .query((row, number) -> "passes priced in " + row.getString("asset"))
                .optional();
    }

    boolean insert(Pass pass) {
        return jdbc.sql("""
                insert into catalogue.pass (id, creator, asset, price, days, offered_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                pass.id(),
                                pass.creator().value(),
                                pass.price().asset().toString(),
                                new BigDecimal(pass.price().units()),
                                pass.days(),
                                Columns.utc(pass.offeredAt()))
                        .update()
                == 1;
    }

    void withdraw(UUID pass, Instant at) {
        jdbc.sql("insert into catalogue.withdrawal (pass, withdrawn_at) values (?, ?) on conflict do nothing")
                .params(pass, Columns.utc(at))
                .update();
    }

    Optional<Pass> find(UUID id) {
        return jdbc.sql("select * from catalogue.pass where id = ?")
                .param(id)
                .query(CatalogueStore::pass)
                .optional();
    }

    boolean hasOffers() {
        return jdbc.sql("select exists (select from catalogue.pass)")
                .query(Boolean.class)
                .single();
    }

    /** The newest offer, unless it was withdrawn. */
    Optional<Pass> offered(AccountId creator) {
        return jdbc.sql("""
                select p.* from (select * from catalogue.pass where creator = ? order by offered_at desc, id desc limit 1) p
                 where not exists (select from catalogue.withdrawal w where w.pass = p.id)""").param(creator.value()).query(CatalogueStore::pass).optional();
    }

    /** @return false if the payment has its grant already */
    boolean grant(UUID payment, Pass pass, AccountId fan, Instant paid, Instant start, Instant end, Instant at) {
        return jdbc.sql("""
                insert into catalogue.pass_grant (payment, pass, fan, creator, paid_at, starts_at, ends_at, granted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                payment,
                                pass.id(),
                                fan.value(),
                                pass.creator().value(),
                                Columns.utc(paid),
                                Columns.utc(start),
                                Columns.utc(end),
                                Columns.utc(at))
                        .update()
                == 1;
    }

    void revoke(UUID payment, Instant at) {
        jdbc.sql("""
                insert into catalogue.revocation (payment, revoked_at)
                select payment, ? from catalogue.pass_grant where payment = ?
                on conflict do nothing""").params(Columns.utc(at), payment).update();
    }

    /** When the fan's last pass of the creator that was not revoked ends or ended. */
    Optional<Instant> lastEnd(AccountId fan, AccountId creator) {
        return jdbc.sql("select max(ends_at) as ends_at from (" + OWNED + ") pass where creator = :creator")
                .param("fan", fan.value())
                .param("creator", creator.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    boolean holds(AccountId fan, AccountId creator, Instant now) {
        return jdbc.sql("select exists (select from (" + OWNED
                        + ") pass where creator = :creator and starts_at <= :now and ends_at > :now)")
                .param("fan", fan.value())
                .param("creator", creator.value())
                .param("now", Columns.utc(now))
                .query(Boolean.class)
                .single();
    }

    List<OwnedPass> library(AccountId fan, Instant now, int limit) {
        return jdbc.sql(OWNED + " order by ends_at desc, payment limit :limit")
                .param("fan", fan.value())
                .param("limit", limit)
                .query((row, number) -> owned(row, now))
                .list();
    }

    List<ReturnedPass> returned(AccountId fan, int limit) {
        return jdbc.sql("""
                select g.payment, g.creator, r.revoked_at from catalogue.pass_grant g join catalogue.revocation r using (payment)
                 where g.fan = ? order by r.revoked_at desc, g.payment limit ?""")
                .params(fan.value(), limit)
                .query((row, number) -> new ReturnedPass(
                        row.getObject("payment", UUID.class),
                        new AccountId(row.getObject("creator", UUID.class)),
                        Columns.instant(row, "revoked_at")))
                .list();
    }

    private static OwnedPass owned(ResultSet row, Instant now) throws SQLException {
        Instant from = Columns.instant(row, "starts_at");
        Instant until = Columns.instant(row, "ends_at");
        return new OwnedPass(
                row.getObject("payment", UUID.class),
                row.getObject("pass", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                from,
                until,
                !now.isBefore(from) && now.isBefore(until));
    }

    private static Pass pass(ResultSet row, int number) throws SQLException {
        return new Pass(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                new Money(
                        Asset.of(row.getString("asset")),
                        row.getBigDecimal("price").toBigIntegerExact()),
                row.getInt("days"),
                Columns.instant(row, "offered_at"));
    }
}
