package network.fanz.bench;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * More than a year of a large network's rows, written by the server itself into the real tables. Hashes of blocks and of the audit log are
 * filler, so the pages that look at them say that they do not match; the work is the same. Whatever is random is so by the row's number.
 */
final class GeneratedHistory {
    static final int CREATORS = 5_000;
    static final int FANS = 20_000;
    private static final int DAYS = 400;
    private static final int LEGS = 3;

    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final long payments;

    GeneratedHistory(JdbcClient owner, TransactionTemplate transaction, long payments) {
        this.owner = owner;
        this.transaction = transaction;
        this.payments = payments;
    }

    long activities() {
        return payments * 5 / 3;
    }

    long blocks() {
        return payments / LEGS;
    }

    /** The id of a payment and of its posting. */
    static UUID id(long number) {
        return new UUID(0, number);
    }

    static UUID fan(long number) {
        return new UUID(1, number);
    }

    boolean isWritten() {
        return exists("select exists (select from payments.payment where id = ?)");
    }

    boolean hasEvents() {
        return exists("select exists (select from events.event where id = ?)");
    }

    private boolean exists(String question) {
        return owner.sql(question).param(id(1)).query(Boolean.class).single();
    }

    void write() {
        part("facts", this::facts);
        part("payments", this::payments);
        part("books", this::books);
        part("security events, alerts and audit", this::security);
        part("statistics", () -> run("vacuum analyze"));
    }

    private static void part(String name, Runnable work) {
        long from = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "  %s in %.0f s%n", name, (System.nanoTime() - from) / 1e9);
    }

    private void run(String sql) {
        owner.sql(sql).update();
    }

    private static String person(int kind, String number) {
        return "(lpad(to_hex(" + kind + "), 16, '0') || lpad(to_hex((" + number + ")::bigint), 16, '0'))::uuid";
    }

    private static String fan(String row) {
        return person(1, "(hashint8(" + row + ") & 2147483647) % " + FANS + " + 1");
    }

    private static String creator(String row) {
        return person(2, "(hashint8(-" + row + ") & 2147483647) % " + CREATORS + " + 1");
    }

    /** Evenly over the days, the newest row last. */
    private static String at(String row, long rows) {
        return "date_trunc('second', now()) - interval '" + DAYS + " days' * (1 - " + row + "::float8 / " + rows + ")";
    }

    private void facts() {
        run("""
                insert into analytics.payment (generation, id, kind, asset, price, fee, share, buyer, seller, settled_at, refunded_at)
                select 1, lpad(to_hex(n), 32, '0')::uuid, case n %% 3 when 0 then 'pass' else 'tip' end, 'USD/2', 1000, 200, 800,
                  %s, %s, %s, case when n %% 50 = 0 then now() - interval '400 days' * (1 - n::float8 / %d) + interval '1 hour' end
                from generate_series(1, %d) n""".formatted(fan("n"), creator("n"), at("n", payments), payments, payments));
        run("""
                insert into analytics.activity (generation, day, account, first_at)
                select 1, (at at time zone 'UTC')::date, account, at from (
                  select %s as account, %s as at from generate_series(1, %d) n) seen
                on conflict do nothing""".formatted(person(3, "n"), at("n", activities()), activities()));
        run("""
                insert into analytics.verified_account (generation, id, verified_at)
                select 1, %s, %s from generate_series(1, %d) n""".formatted(person(3, "n"), at("n", payments / 10), payments / 10));
        run("""
                insert into analytics.alert (generation, id, severity, opened_at, closed_at)
                select 1, lpad(to_hex(n), 32, '0')::uuid, 'HIGH', at, case when n %% 100 > 0 then at + interval '1 hour' end
                from (select n, %s as at from generate_series(1, %d) n) raised""".formatted(at("n", payments / 100), payments / 100));
        sums();
    }

    private void sums() {
        run("""
                insert into analytics.payment_day (generation, asset, day, kind, payments, volume, fees, shares, fees_returned, shares_returned)
                select 1, asset, (at at time zone 'UTC')::date, kind, sum(s), sum(s * price), sum(s * fee), sum(s * share),
                  sum((1 - s) * fee), sum((1 - s) * share)
                from (select asset, kind, price, fee, share, settled_at as at, 1 as s from analytics.payment where generation = 1
                      union all
                      select asset, kind, price, fee, share, refunded_at, 0 from analytics.payment
                      where generation = 1 and refunded_at is not null) movement group by 2, 3, 4""");
        run("""
                insert into analytics.creator_day (generation, asset, day, seller, first_at)
                select 1, asset, (settled_at at time zone 'UTC')::date, seller, min(settled_at) from analytics.payment group by 2, 3, 4""");
        run("""
                insert into analytics.creator_year (generation, asset, year, seller, days)
                select 1, asset, extract(year from day), seller, bit_or(set_bit(0::bit(366), extract(doy from day)::int - 1, 1))
                from analytics.creator_day group by 2, 3, 4""");
        run("""
                insert into analytics.creator (generation, asset, seller, last_at)
                select 1, asset, seller, max(settled_at) from analytics.payment group by 2, 3""");
        run("""
                insert into analytics.count_day (generation, what, asset, day, change)
                select 1, 'CREATORS', asset, day, count(*) from analytics.creator_day group by 3, 4
                union all
                select 1, 'VERIFIED', '', (verified_at at time zone 'UTC')::date, count(*) from analytics.verified_account group by 4
                union all
                select 1, 'ACTIVE', '', day, count(*) from analytics.activity group by 4
                union all
                select 1, 'ALERTS', '', day, sum(change)
                from (select (opened_at at time zone 'UTC')::date as day, 1 as change from analytics.alert
                      union all
                      select (closed_at at time zone 'UTC')::date, -1 from analytics.alert where closed_at is not null) movement
                group by 4
                on conflict do nothing""");
    }

    private void payments() {
        run("""
                insert into payments.payment (id, buyer, seller, kind, asset, price, fee, share, fee_version, state, version, reason,
                  provider, session, platform, created_at, updated_at, posted_at)
                select lpad(to_hex(n), 32, '0')::uuid, %s, %s, 'tip', 'USD/2', 1000, 200, 800, 1,
                  case when n %% 20 = 0 then 'DECLINED' else 'SETTLED' end, 5, case when n %% 20 = 0 then 'insufficient_funds' end,
                  'sandbox', 's' || n, 'tube', at, at, case when n %% 20 > 0 then at end
                from (select n, %s as at from generate_series(1, %d) n) made""".formatted(fan("n"), creator("n"), at("n", payments), payments));
    }

    private void books() {
        run(
                "insert into ledger.asset (code, scale, digest) values ('USD', 2, ledger.asset_digest('USD', 2)) on conflict do nothing");
        run("""
                insert into ledger.account (owner_id, code, asset_id, side, opened_at, credits, version, digest)
                select who, owned.code, s.id, 0, now(), 1, 1, ledger.account_digest(who, owned.code, s.id, 0, 0, 0, now())
                from ledger.asset s, (
                  select (%s)::text as who, 201 as code from generate_series(1, %d) n
                  union all select (%s)::text, 210 from generate_series(1, %d) n) owned
                where s.code = 'USD'""".formatted(person(1, "n"), FANS, person(2, "n"), CREATORS));
        run("""
                create table public.book as select
                  (select max(seq) from ledger.transfer) as last, (select max(height) from ledger.block) as height,
                  min(id) as first, (select id from ledger.asset where code = 'USD') as asset
                from ledger.account""");
        run("update public.book set last = coalesce(last, 0), height = coalesce(height, 0)");
        run("""
                insert into ledger.block (height, first_seq, transfers, previous_hash, hash, posted_at)
                select book.height + n, book.last + (n - 1) * 3 + 1, 3, sha256('a'), sha256('b'), greatest(%s,
                  (select max(posted_at) from ledger.block))
                from public.book, generate_series(1, %d) n""".formatted(at("n", blocks()), blocks()));
        run("""
                insert into ledger.posting (id, first_seq, block, effective_at, kind, reason, legs, request, reference_type, reference_id)
                select lpad(to_hex(n), 32, '0')::uuid, book.last + (n - 1) * 3 + 1, book.height + n, now(), 1, 0, 3, sha256('c'), 'payment',
                  lpad(to_hex(n), 32, '0')::uuid::text
                from public.book, generate_series(1, %d) n""".formatted(blocks()));
        run("""
                insert into ledger.transfer (seq, posting_id, debit_account, credit_account, amount, asset_id, code, leg)
                select book.last + (n - 1) * 3 + leg + 1, lpad(to_hex(n), 32, '0')::uuid,
                  case leg when 0 then book.first else book.first + n %% %d end,
                  case leg when 0 then book.first + n %% %d when 1 then book.first + %d + n %% %d else book.first + %d - 1 end,
                  100, book.asset, 1, leg
                from public.book, generate_series(1, %d) n, generate_series(0, 2) leg
                where leg > 0 or n %% %d > 0""".formatted(FANS - 1, FANS - 1, FANS, CREATORS, FANS, blocks(), FANS - 1));
        run("""
                insert into ledger.entry (account_id, seq, version, amount, pending, balance, pending_debits, pending_credits)
                select account, seq, seq, 100, 0, 100, 0, 0 from (
                  select debit_account as account, seq from ledger.transfer t, public.book where seq > book.last
                  union all select credit_account, seq from ledger.transfer t, public.book where seq > book.last) moved""");
    }

    private void security() {
        long events = payments / 3;
        run("""
                insert into monitoring.security_event (id, at, recorded_at, source, category, severity, title, description, user_id, metadata, tags)
                select lpad(to_hex(n), 32, '0')::uuid, at, at, 'AUTH_SERVICE', 'AUTHENTICATION', case when n %% 9999 = 0 then 'CRITICAL' else 'INFO' end,
                  'Sign-in', 'Somebody signed in', %s, '{}', '{}'
                from (select n, %s as at from generate_series(1, %d) n) seen""".formatted(fan("n"), at("n", events), events));
        run("""
                insert into audit.entry (seq, event, at, name, actor, subject, details, previous, hash)
                select n + (select coalesce(max(seq), 0) from audit.entry), lpad(to_hex(n), 32, '0')::uuid, at, 'identity.session.started', %s,
                  'account:' || (%s)::text, '{}', sha256('a'), sha256('b')
                from (select n, %s as at from generate_series(1, %d) n) done""".formatted(fan("n"), fan("n"), at("n", events), events));
    }

    /** Events for a replay, of which no subscription need read any before it. */
    void writeEvents(long events) {
        transaction.executeWithoutResult(status -> {
            run("""
                    insert into events.event (id, type, key, occurred_at, payload)
                    select lpad(to_hex(n), 32, '0')::uuid, case n %% 8 when 0 then 'payment_settled' when 3 then 'payment_settled'
                        when 5 then 'payment_settled' else 'authenticationAttempt' end,
                      n::text, at, case when n %% 8 in (0, 3, 5) then jsonb_build_object('payment', lpad(to_hex(n), 32, '0')::uuid, 'buyer', %1$s,
                          'seller', %2$s, 'kind', 'tip', 'price', %4$s, 'fee', %5$s, 'share', %6$s, 'platform', 'tube', 'at', %7$s)
                        else jsonb_build_object('account', %1$s, 'method', 'password', 'success', true, 'addressHash', 'a', 'agentHash', 'b',
                          'platform', 'auth', 'attemptCount', 0, 'at', %7$s) end
                    from (select n, %3$s as at from generate_series(1, %8$d) n) told""".formatted(
                            fan("n"),
                            creator("n"),
                            at("n", events),
                            money(1000),
                            money(200),
                            money(800),
                            "to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                            events));
            run("update events.subscription set cursor = (select max(seq) from events.event)");
        });
    }

    private static String money(long units) {
        return "jsonb_build_object('asset', 'USD/2', 'amount', '" + units + "')";
    }
}
