package network.fanz.finance.ledger.hand;

import static network.fanz.platform.postgres.Columns.instant;
import static network.fanz.platform.postgres.Columns.instantOrNull;
import static network.fanz.platform.postgres.Columns.units;
import static network.fanz.platform.postgres.Columns.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Postings by hand, from the proposal to what the ledger said. */
@Component
public class HandPostingStore {
    private static final String SELECT = "select * from ledger.hand_posting ";

    /** One that moves something, and that was not taken back. */
    private static final String COUNTS = """
             and p.kind = 1 and not exists (
               select from ledger.hand_posting back where back.refers_to = p.posting and back.kind = 5 and back.state = 'RECORDED')""";

    private final JdbcClient jdbc;

    HandPostingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is one of this id */
    public boolean insert(UUID id, Posting asked, @Nullable UUID about, String reason, AccountId by, Instant at) {
        int inserted = jdbc.sql("""
                insert into ledger.hand_posting (id, posting, kind, refers_to, expires_after, effective_at, about, reason, state,
                  proposed_by, proposed_at)
                values (:id, :posting, :kind, :refersTo::uuid, :expiresAfter, :effectiveAt, :about::uuid, :reason, 'PROPOSED', :by, :at)
                on conflict do nothing""")
                .param("id", id)
                .param("posting", asked.id())
                .param("kind", asked.kind().number())
                .param("refersTo", text(asked.refersTo()), Types.VARCHAR)
                .param("expiresAfter", text(asked.expiresAfter()), Types.VARCHAR)
                .param("effectiveAt", utc(asked.effectiveAt()))
                .param("about", text(about), Types.VARCHAR)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", utc(at))
                .update();
        if (inserted == 1) {
            for (int place = 0; place < asked.legs().size(); place++) {
                insert(id, place, asked.legs().get(place));
            }
        }
        return inserted == 1;
    }

    private void insert(UUID id, int place, Leg leg) {
        jdbc.sql("""
                insert into ledger.hand_posting_leg (hand_posting, place, debit, credit, asset, amount, code)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        place,
                        leg.debit().value(),
                        leg.credit().value(),
                        leg.amount().asset().toString(),
                        new BigDecimal(leg.amount().units()),
                        leg.code())
                .update();
    }

    public Optional<HandPosting> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, number) -> handPosting(row))
                .optional();
    }

    /** The one that the ledger has, or would have, under this id. */
    public Optional<HandPosting> findByPosting(UUID posting) {
        return jdbc.sql(SELECT + "where posting = ?")
                .param(posting)
                .query((row, number) -> handPosting(row))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param state null for any
     */
    public List<HandPosting> newest(@Nullable HandPostingState state, long before, int limit) {
        return jdbc.sql(SELECT + """
                where number < :before and state = coalesce(:state, state) order by number desc limit :limit""")
                .param("before", before)
                .param("state", text(state), Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> handPosting(row))
                .list();
    }

    /** Newest first. */
    public List<HandPosting> about(UUID about, int limit) {
        return jdbc.sql(SELECT + "where about = ? order by number desc limit ?")
                .params(about, limit)
                .query((row, number) -> handPosting(row))
                .list();
    }

    public boolean isBooked(UUID about) {
        return jdbc.sql("select exists (select from ledger.hand_posting p where about = ? and state = 'RECORDED'"
                        + COUNTS + ")")
                .param(about)
                .query(Boolean.class)
                .single();
    }

    /** What all postings about this move that are booked or wait, by asset. */
    public List<Money> moved(UUID about) {
        return jdbc.sql("""
                select leg.asset, sum(leg.amount) as amount
                  from ledger.hand_posting p join ledger.hand_posting_leg leg on leg.hand_posting = p.id
                 where p.about = ? and p.state in ('PROPOSED', 'APPROVED', 'RECORDED')""" + COUNTS + " group by leg.asset")
                .param(about)
                .query((row, number) -> new Money(Asset.of(row.getString("asset")), units(row, "amount")))
                .list();
    }

    /** Until the transaction ends nobody else gets past this with the same id. */
    public void lock(UUID about) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('hand_posting about ' || ?, 0))) locked")
                .param(about.toString())
                .query(Integer.class)
                .single();
    }

    /** Those that were approved before a time, and of which the ledger has not been heard. */
    public List<HandPosting> approvedBefore(Instant time, int limit) {
        return jdbc.sql(SELECT + "where state = 'APPROVED' and decided_at < ? order by number limit ?")
                .params(utc(time), limit)
                .query((row, number) -> handPosting(row))
                .list();
    }

    public List<UUID> proposedBefore(Instant time, int limit) {
        return jdbc.sql("select id from ledger.hand_posting where state = 'PROPOSED' and proposed_at < ? limit ?")
                .params(utc(time), limit)
                .query(UUID.class)
                .list();
    }

    /** Whoever has a proposal that waits. */
    public List<AccountId> proposers() {
        return jdbc.sql("select distinct proposed_by from ledger.hand_posting where state = 'PROPOSED'")
                .query((row, number) -> new AccountId(row.getObject("proposed_by", UUID.class)))
                .list();
    }

    public List<UUID> proposedBy(AccountId proposer, int limit) {
        return jdbc.sql("select id from ledger.hand_posting where state = 'PROPOSED' and proposed_by = ? limit ?")
                .params(proposer.value(), limit)
                .query(UUID.class)
                .list();
    }

    /** @return false if it no longer waits for a decision */
    public boolean decide(UUID id, HandPostingState to, @Nullable AccountId by, @Nullable Instant at) {
        return jdbc.sql("""
                update ledger.hand_posting set state = :to, decided_by = :by::uuid, decided_at = :at::timestamptz
                 where id = :id and state = 'PROPOSED'""")
                        .param("to", to.name())
                        .param("by", text(by), Types.VARCHAR)
                        .param("at", text(at), Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false if that was written before */
    public boolean finish(UUID id, PostingOutcome outcome) {
        PostingOutcome.@Nullable Accepted accepted = outcome instanceof PostingOutcome.Accepted yes ? yes : null;
        int reason = outcome instanceof PostingOutcome.Rejected rejected
                ? rejected.reason().number()
                : 0;
        return jdbc.sql("""
                update ledger.hand_posting set state = :to, outcome = :outcome, first_seq = :firstSeq
                 where id = :id and state = 'APPROVED'""")
                        .param("to", (accepted == null ? HandPostingState.REFUSED : HandPostingState.RECORDED).name())
                        .param("outcome", reason)
                        .param("firstSeq", accepted == null ? null : accepted.firstSeq(), Types.BIGINT)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Why these postings were made, by their ids in the ledger; those that are not by hand are missing. */
    public Map<UUID, String> reasons(Collection<UUID> postings) {
        Map<UUID, String> reasons = new HashMap<>();
        jdbc.sql("select posting, reason from ledger.hand_posting where posting = any(?)")
                .param(postings.toArray(UUID[]::new))
                .query(row -> {
                    reasons.put(row.getObject("posting", UUID.class), row.getString("reason"));
                });
        return reasons;
    }

    private List<Leg> legs(UUID id) {
        return jdbc.sql("""
                select debit, credit, asset, amount, code from ledger.hand_posting_leg where hand_posting = ? order by place""")
                .param(id)
                .query((row, number) -> new Leg(
                        new LedgerAccountId(row.getLong("debit")),
                        new LedgerAccountId(row.getLong("credit")),
                        new Money(Asset.of(row.getString("asset")), units(row, "amount")),
                        row.getInt("code")))
                .list();
    }

    private HandPosting handPosting(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        String expiresAfter = row.getString("expires_after");
        int outcome = row.getInt("outcome");
        return new HandPosting(
                id,
                row.getObject("posting", UUID.class),
                row.getLong("number"),
                PostingKind.of(row.getInt("kind")),
                legs(id),
                row.getObject("refers_to", UUID.class),
                expiresAfter == null ? null : Duration.parse(expiresAfter),
                instant(row, "effective_at"),
                row.getObject("about", UUID.class),
                row.getString("reason"),
                HandPostingState.valueOf(row.getString("state")),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                instant(row, "proposed_at"),
                decidedBy == null ? null : new AccountId(decidedBy),
                instantOrNull(row, "decided_at"),
                outcome == 0 ? null : RejectionReason.of(outcome),
                row.getObject("first_seq", Long.class));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
