package network.fanz.insight.analytics;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.insight.analytics.FactBatch.DatedId;
import network.fanz.security.monitoring.events.AlertChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes facts, and with each that is new the sums of its day. A fact is the same however often it is written, and counts once. The text
 * of each statement is the same for any number of facts.
 */
@Component
class FactStore {
    private static final String SETTLED = """
        with fact as (
          insert into analytics.payment (generation, id, kind, asset, price, fee, share, buyer, seller, settled_at)
          select ?, id, kind, asset, price, fee, share, buyer, seller, at
          from unnest(?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::uuid[], ?::uuid[], ?::timestamptz[])
            as told (id, kind, asset, price, fee, share, buyer, seller, at)
          on conflict (generation, id) do nothing
          returning generation, asset, kind, (settled_at at time zone 'UTC')::date as day, settled_at, seller, price, fee, share),
        summed as (
          insert into analytics.payment_day as d (generation, asset, day, kind, payments, volume, fees, shares)
          select generation, asset, day, kind, count(*), sum(price), sum(fee), sum(share) from fact group by 1, 2, 3, 4
          on conflict (generation, asset, day, kind) do update set payments = d.payments + excluded.payments,
            volume = d.volume + excluded.volume, fees = d.fees + excluded.fees, shares = d.shares + excluded.shares),
        latest as (
          insert into analytics.creator as c (generation, asset, seller, last_at)
          select generation, asset, seller, max(settled_at) from fact group by 1, 2, 3
          on conflict (generation, asset, seller) do update set last_at = excluded.last_at where c.last_at < excluded.last_at),
        paid as (
          insert into analytics.creator_day as d (generation, asset, day, seller, first_at)
          select generation, asset, day, seller, min(settled_at) from fact group by 1, 2, 3, 4
          on conflict (generation, asset, day, seller) do update set first_at = excluded.first_at
            where excluded.first_at < d.first_at
          returning new.generation, new.asset, new.day, new.seller, old.day is null as is_new),
        marked as (
          insert into analytics.creator_year as y (generation, asset, year, seller, days)
          select generation, asset, extract(year from day), seller,
            bit_or(set_bit(0::bit(366), extract(doy from day)::int - 1, 1))
          from paid where is_new group by 1, 2, 3, 4
          on conflict (generation, asset, year, seller) do update set days = y.days | excluded.days)
        insert into analytics.count_day as d (generation, what, asset, day, change)
        select generation, 'CREATORS', asset, day, count(*) from paid where is_new group by 1, 3, 4
        on conflict (generation, what, asset, day) do update set change = d.change + excluded.change
        """;

    private static final String REFUNDED = """
        with fact as (
          update analytics.payment p set refunded_at = told.at
          from (select id, min(at) as at from unnest(?::uuid[], ?::timestamptz[]) as each (id, at) group by id) told
          where p.generation = ? and p.id = told.id and p.refunded_at is null
          returning p.generation, p.asset, p.kind, (p.refunded_at at time zone 'UTC')::date as day, p.fee, p.share)
        insert into analytics.payment_day as d (generation, asset, day, kind, fees_returned, shares_returned)
        select generation, asset, day, kind, sum(fee), sum(share) from fact group by 1, 2, 3, 4
        on conflict (generation, asset, day, kind) do update set fees_returned = d.fees_returned + excluded.fees_returned,
          shares_returned = d.shares_returned + excluded.shares_returned
        """;

    /** Adds up what the facts before it, named {@code fact}, change. */
    private static final String COUNTED = """
        insert into analytics.count_day as d (generation, what, asset, day, change)
        select generation, '%s', '', day, sum(change) from fact where change <> 0 group by 1, 4
        on conflict (generation, what, asset, day) do update set change = d.change + excluded.change
        """;

    private static final String VERIFIED = """
        with fact as (
          insert into analytics.verified_account (generation, id, verified_at)
          select ?, id, at from unnest(?::uuid[], ?::timestamptz[]) as told (id, at)
          on conflict (generation, id) do nothing
          returning generation, (verified_at at time zone 'UTC')::date as day, 1 as change)
        """ + COUNTED.formatted("VERIFIED");

    private static final String ACTIVE = """
        with fact as (
          insert into analytics.activity as a (generation, day, account, first_at)
          select ?, (at at time zone 'UTC')::date, id, min(at) from unnest(?::uuid[], ?::timestamptz[]) as told (id, at) group by 2, 3
          on conflict (generation, day, account) do update set first_at = excluded.first_at where excluded.first_at < a.first_at
          returning new.generation, new.day, case when old.day is null then 1 else 0 end as change)
        """ + COUNTED.formatted("ACTIVE");

    private static final String OPENED = """
        with fact as (
          insert into analytics.alert (generation, id, severity, opened_at)
          select ?, id, severity, at from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as told (id, severity, at)
          on conflict (generation, id) do nothing
          returning generation, (opened_at at time zone 'UTC')::date as day, 1 as change)
        """ + COUNTED.formatted("ALERTS");

    private static final String CLOSED = """
        with fact as (
          update analytics.alert a set closed_at = greatest(a.opened_at, told.at)
          from (select id, min(at) as at from unnest(?::uuid[], ?::timestamptz[]) as each (id, at) group by id) told
          where a.generation = ? and a.id = told.id and a.closed_at is null
          returning a.generation, (a.closed_at at time zone 'UTC')::date as day, -1 as change)
        """ + COUNTED.formatted("ALERTS");

    /** Of what comes to a work twice the first counts. */
    private static final String MOVED = """
        with told as (
          select id, min(at) filter (where state = 'received') as received_at, min(at) filter (where state = 'published') as published_at,
            min(at) filter (where state <> 'received') as decided_at
          from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as each (id, state, at) group by id),
        fact as (
          insert into analytics.work as w (generation, id, received_at, decided_at, published_at)
          select ?, id, received_at, decided_at, published_at from told
          on conflict (generation, id) do update set received_at = coalesce(w.received_at, excluded.received_at),
            decided_at = coalesce(w.decided_at, excluded.decided_at), published_at = coalesce(w.published_at, excluded.published_at)
          returning new.generation, (new.published_at at time zone 'UTC')::date as day,
            case when old.published_at is null and new.published_at is not null then 1 else 0 end as change)
        """ + COUNTED.formatted("PUBLISHED");

    private static final String VIEWED = """
        with fact as (
          insert into analytics.viewed (generation, id, hour, views)
          select ?, id, at, views from unnest(?::uuid[], ?::timestamptz[], ?::bigint[]) as told (id, at, views)
          on conflict (generation, id) do nothing
          returning generation, (hour at time zone 'UTC')::date as day, views as change)
        """ + COUNTED.formatted("VIEWS");

    /** An id and its comma, the longest that there is in a literal. */
    private static final int LITERAL_LENGTH = 37;

    private final JdbcTemplate database;

    FactStore(JdbcTemplate database) {
        this.database = database;
    }

    void write(int generation, FactBatch batch) {
        write(SETTLED, batch.settled, (row, payments) -> bindSettled(row, generation, payments));
        write(REFUNDED, batch.refunded, (row, dated) -> row.setInt(bindDated(row, 1, dated), generation));
        write(VERIFIED, batch.verified, (row, dated) -> bindBehind(row, generation, dated));
        write(ACTIVE, batch.active, (row, dated) -> bindBehind(row, generation, dated));
        write(OPENED, batch.alertsOpened, (row, alerts) -> bindOpened(row, generation, alerts));
        write(CLOSED, batch.alertsClosed, (row, dated) -> row.setInt(bindDated(row, 1, dated), generation));
        write(MOVED, batch.worksMoved, (row, works) -> bindMoved(row, generation, works));
        write(VIEWED, batch.viewed, (row, viewed) -> bindViewed(row, generation, viewed));
    }

    @FunctionalInterface
    private interface FactBinding<T> {
        void set(PreparedStatement row, List<T> facts) throws SQLException;
    }

    private <T> void write(String sql, List<T> facts, FactBinding<T> binding) {
        if (!facts.isEmpty()) {
            database.update(sql, row -> binding.set(row, facts));
        }
    }

    private static void bindSettled(PreparedStatement row, int generation, List<PaymentSettled> payments)
            throws SQLException {
        row.setInt(1, generation);
        row.setString(2, literal(payments, PaymentSettled::payment));
        row.setArray(3, words(row, payments, PaymentSettled::kind));
        row.setArray(4, words(row, payments, payment -> payment.price().asset().toString()));
        row.setString(5, literal(payments, payment -> payment.price().units()));
        row.setString(6, literal(payments, payment -> payment.fee().units()));
        row.setString(7, literal(payments, payment -> payment.share().units()));
        row.setString(8, literal(payments, payment -> payment.buyer().value()));
        row.setString(9, literal(payments, payment -> payment.seller().value()));
        row.setString(10, literal(payments, PaymentSettled::at));
    }

    private static void bindOpened(PreparedStatement row, int generation, List<AlertChanged> alerts)
            throws SQLException {
        row.setInt(1, generation);
        row.setString(2, literal(alerts, AlertChanged::alert));
        row.setArray(3, words(row, alerts, AlertChanged::severity));
        row.setString(4, literal(alerts, AlertChanged::at));
    }

    private static void bindMoved(PreparedStatement row, int generation, List<ReleaseMoved> works) throws SQLException {
        row.setString(1, literal(works, ReleaseMoved::release));
        row.setArray(2, words(row, works, ReleaseMoved::state));
        row.setString(3, literal(works, ReleaseMoved::at));
        row.setInt(4, generation);
    }

    private static void bindViewed(PreparedStatement row, int generation, List<ViewsCounted> viewed)
            throws SQLException {
        row.setInt(1, generation);
        row.setString(2, literal(viewed, ViewsCounted::id));
        row.setString(3, literal(viewed, ViewsCounted::hour));
        row.setString(4, literal(viewed, ViewsCounted::views));
    }

    private static void bindBehind(PreparedStatement row, int generation, List<DatedId> dated) throws SQLException {
        row.setInt(1, generation);
        bindDated(row, 2, dated);
    }

    /** Returns the index behind the last parameter that it sets. */
    private static int bindDated(PreparedStatement row, int first, List<DatedId> dated) throws SQLException {
        row.setString(first, literal(dated, DatedId::id));
        row.setString(first + 1, literal(dated, DatedId::at));
        return first + 2;
    }

    private static <T> Array words(PreparedStatement row, List<T> facts, Function<T, String> word) throws SQLException {
        return row.getConnection()
                .createArrayOf("text", facts.stream().map(word).toArray());
    }

    /** An array as PostgreSQL reads it from text: of ids, numbers and times, in which nothing needs quotes, so that nothing looks for it. */
    private static <T> String literal(List<T> facts, Function<T, ?> value) {
        StringBuilder text = new StringBuilder(facts.size() * LITERAL_LENGTH);
        char separator = '{';
        for (T fact : facts) {
            text.append(separator).append(value.apply(fact));
            separator = ',';
        }
        return text.append('}').toString();
    }
}
