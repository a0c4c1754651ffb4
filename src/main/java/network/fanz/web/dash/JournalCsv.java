package network.fanz.web.dash;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.web.show.Csv;
import org.springframework.stereotype.Component;

/**
 * The journal and an account's statement as files, newest first and whole. Lines are named a stretch at a time: a look-up for each would
 * take longer than the line. A stretch is written while the next one is read.
 */
@Component
final class JournalCsv {
    static final String[] JOURNAL = {
        "seq",
        "posting",
        "leg",
        "kind",
        "debit account",
        "debit account is",
        "debit account of",
        "credit account",
        "credit account is",
        "credit account of",
        "asset",
        "amount",
        "moves balance",
        "code",
        "posted",
        "effective",
        "reference type",
        "reference",
        "reason",
        "block"
    };
    static final String[] STATEMENT = {
        "transfer",
        "posted",
        "kind",
        "counterparty",
        "counterparty is",
        "counterparty of",
        "asset",
        "amount",
        "pending",
        "moves balance",
        "balance",
        "reference type",
        "reference",
        "reason"
    };

    private final Ledger ledger;
    private final LedgerOwners owners;
    private final HandPostings handPostings;

    JournalCsv(Ledger ledger, LedgerOwners owners, HandPostings handPostings) {
        this.ledger = ledger;
        this.owners = owners;
        this.handPostings = handPostings;
    }

    void journal(Csv csv, JournalFilter filter) {
        LedgerNameCache names = new LedgerNameCache(owners);
        try (Stretches<JournalLine> stretches = new Stretches<>(lines -> {
            NamedLedgerAccounts named =
                    names.of(lines.stream().flatMap(line -> Stream.of(line.debit(), line.credit())));
            Map<UUID, String> reasons = reasons(lines.stream()
                    .filter(line -> HandPostings.isReference(line.referenceType()))
                    .map(JournalLine::posting));
            return () -> lines.forEach(line -> row(csv, line, named, reasons.getOrDefault(line.posting(), "")));
        })) {
            ledger.forEachLine(filter, stretches::add);
            stretches.end();
        }
    }

    void statement(Csv csv, LedgerAccountId account) {
        LedgerNameCache names = new LedgerNameCache(owners);
        try (Stretches<StatementLine> stretches = new Stretches<>(lines -> {
            NamedLedgerAccounts named = names.of(lines.stream().map(StatementLine::counterparty));
            Map<UUID, String> reasons = reasons(lines.stream()
                    .filter(line -> HandPostings.isReference(line.referenceType()))
                    .map(StatementLine::posting));
            return () -> lines.forEach(line -> row(csv, line, named, reasons.getOrDefault(line.posting(), "")));
        })) {
            ledger.forEachLine(account, stretches::add);
            stretches.end();
        }
    }

    private Map<UUID, String> reasons(Stream<UUID> byHand) {
        Set<UUID> postings = byHand.collect(Collectors.toSet());
        return postings.isEmpty() ? Map.of() : handPostings.reasons(postings);
    }

    private static void row(Csv csv, JournalLine line, NamedLedgerAccounts names, String reason) {
        NamedLedgerAccounts.LedgerAccountName debit = names.of(line.debit());
        NamedLedgerAccounts.LedgerAccountName credit = names.of(line.credit());
        csv.row(
                line.seq(),
                line.posting(),
                line.leg(),
                line.kind(),
                line.debit(),
                debit.english(),
                debit.owner(),
                line.credit(),
                credit.english(),
                credit.owner(),
                line.amount().asset().code(),
                line.amount().decimal(),
                moves(line.kind()),
                line.code(),
                line.postedAt(),
                line.effectiveAt(),
                line.referenceType(),
                line.referenceId(),
                reason,
                line.block());
    }

    private static void row(Csv csv, StatementLine line, NamedLedgerAccounts names, String reason) {
        NamedLedgerAccounts.LedgerAccountName counterparty = names.of(line.counterparty());
        csv.row(
                line.seq(),
                line.postedAt(),
                line.kind(),
                line.counterparty(),
                counterparty.english(),
                counterparty.owner(),
                line.amount().asset().code(),
                line.amount().decimal(),
                line.pending().decimal(),
                moves(line.kind()),
                line.balance().decimal(),
                line.referenceType(),
                line.referenceId(),
                reason);
    }

    private static String moves(PostingKind kind) {
        return kind.movesBalance() ? "yes" : "no";
    }
}
