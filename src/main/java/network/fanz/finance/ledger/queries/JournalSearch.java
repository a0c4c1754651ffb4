package network.fanz.finance.ledger.queries;

import java.util.ArrayList;
import java.util.List;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.queries.JournalStore.SeqRange;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter of the journal as SQL: which transfers it finds in a range, with {@code t} for a transfer and {@code p} for its posting. */
final class JournalSearch {
    static final String LINE = """
        select t.seq, t.posting_id, t.leg, p.kind, t.debit_account, t.credit_account, t.amount, s.code as asset, s.scale,
          t.code, b.posted_at, p.effective_at, p.reference_type, p.reference_id, b.height
        """;

    static final String TRANSFERS = "from ledger.transfer t\n";

    /** By the entries' key, so that only this account's are read. */
    private static final String TRANSFERS_OF_ACCOUNT = "from ledger.entry e join ledger.transfer t on t.seq = e.seq\n";

    private static final String POSTING = "join ledger.posting p on p.id = t.posting_id\n";

    static final String BEHIND_A_LINE = POSTING + """
        join ledger.block b on b.height = p.block
        join ledger.asset s on s.id = t.asset_id
        """;

    static final String BEFORE = "where t.seq < :before\n";

    private final StringBuilder conditions = new StringBuilder(BEFORE).append(" and t.seq >= :first");
    private final List<Object> values = new ArrayList<>();
    private final String source;
    private final boolean asksPosting;

    private JournalSearch(JournalFilter filter) {
        this.source = filter.account() == null ? TRANSFERS : TRANSFERS_OF_ACCOUNT;
        this.asksPosting = filter.kind() != null || filter.referenceType() != null || filter.referenceId() != null;
    }

    static JournalSearch of(JournalFilter filter) {
        JournalSearch search = new JournalSearch(filter);
        search.addAll(filter);
        return search;
    }

    /** Only the numbers of the transfers, from no more tables than the filter asks about. */
    String transfers() {
        return "select t.seq " + source + (asksPosting ? POSTING : "") + conditions + "\n";
    }

    /** With all that a line shows. */
    String lines() {
        return LINE + source + BEHIND_A_LINE + conditions + "\n";
    }

    StatementSpec bind(StatementSpec statement, SeqRange range) {
        StatementSpec bound = statement.param("before", range.end()).param("first", range.first());
        for (int index = 0; index < values.size(); index++) {
            bound = bound.param("v" + index, values.get(index));
        }
        return bound;
    }

    private void addAll(JournalFilter filter) {
        if (filter.account() != null) {
            add(
                    "e.account_id = %s and e.seq < :before and e.seq >= :first",
                    filter.account().value());
        }
        if (filter.code() != null) {
            add(
                    "exists (select from ledger.account a where a.id in (t.debit_account, t.credit_account) and a.code = %s)",
                    filter.code().number());
        }
        if (filter.asset() != null) {
            add("t.asset_id in (select id from ledger.asset where code = %s)", filter.asset());
        }
        if (filter.kind() != null) {
            add("p.kind = %s", filter.kind().number());
        }
        if (filter.referenceType() != null) {
            add("p.reference_type = %s", filter.referenceType());
        }
        if (filter.referenceId() != null) {
            // An id alone leads to a handful of postings, and each of them to its transfers.
            add("""
                    p.reference_id = %1$s and t.seq in (
                      select generate_series(o.first_seq, o.first_seq + o.legs - 1) from ledger.posting o
                      where o.reference_id = %1$s and o.first_seq is not null)
                    """, filter.referenceId());
        }
    }

    private void add(String condition, Object value) {
        conditions.append(" and ").append(condition.formatted(":v" + values.size()));
        values.add(value);
    }
}
