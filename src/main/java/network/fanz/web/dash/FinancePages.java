package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.finance.ledger.Block;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.RecordedPosting;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.TrialBalanceLine;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.form.NumberText;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The books: every sum leads to its transfers, every transfer to its entries, every entry to the block that holds it. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class FinancePages {
    /** What a slow line brings to a phone within the goal of 0.8 s. */
    private static final int ROWS = 30;

    private final Ledger ledger;
    private final Exports exports;
    private final JournalCsv files;
    private final LedgerOwners owners;
    private final HandPostings handPostings;

    FinancePages(
            Ledger ledger, Exports exports, JournalCsv journalCsv, LedgerOwners owners, HandPostings handPostings) {
        this.ledger = ledger;
        this.handPostings = handPostings;
        this.exports = exports;
        this.files = journalCsv;
        this.owners = owners;
    }

    /** @param asOf a transfer's number, or a day, whose last transfer is then the last that counts; absent for now */
    @GetMapping("/finance/trial-balance")
    ModelAndView trialBalance(Form form, Shell shell) {
        return form.select(
                () -> trialBalance(balances(form.value("asOf")), form, shell),
                again -> trialBalance(List.of(), again, shell));
    }

    private ModelAndView trialBalance(List<TrialBalance> balances, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>(Map.of("balances", balances, "form", form));
        model.put("asOf", form.value("asOf").strip());
        ledger.lastBlock().ifPresent(block -> {
            model.put("block", block);
            model.put("sound", ledger.isSound(block));
        });
        return shell.page("dash/trial-balance", model);
    }

    @GetMapping("/finance/trial-balance.csv")
    void trialBalance(@RequestParam(required = false) @Nullable String asOf, HttpServletResponse response)
            throws IOException {
        List<TrialBalance> balances = balances(asOf);
        Csv.send(
                response,
                "trial-balance.csv",
                csv -> balances.forEach(balance -> rows(csv, balance)),
                "as of transfer",
                "asset",
                "account",
                "accounts",
                "debit",
                "credit");
    }

    private static void rows(Csv csv, TrialBalance balance) {
        for (TrialBalanceLine trialBalanceLine : balance.lines()) {
            csv.row(
                    balance.asOfSeq(),
                    balance.asset().code(),
                    EnumLabels.value(trialBalanceLine.code()),
                    trialBalanceLine.accounts(),
                    trialBalanceLine.debits().decimal(),
                    trialBalanceLine.credits().decimal());
        }
    }

    private List<TrialBalance> balances(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return ledger.trialBalance();
        }
        String text = asOf.strip();
        String digits = NumberText.plain(text);
        return ledger.trialBalanceAt(digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : lastOf(text));
    }

    /** The last transfer that was posted on the day or before it; 0 if there is none. */
    private long lastOf(String day) {
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new InvalidField("asOf", "Write a transfer's number, or a day such as 2026-03-31.");
        }
        JournalFilter until = JournalFilter.of(Map.of("to", day));
        return ledger.journal(until, null, 1).items().stream()
                .mapToLong(JournalLine::seq)
                .findFirst()
                .orElse(0);
    }

    @GetMapping("/finance/journal")
    ModelAndView journal(Form form, Shell shell) {
        return form.select(
                () -> {
                    JournalList.checkReferenceType(form);
                    JournalFilter filter = JournalFilter.of(form.values());
                    return journal(
                            new JournalList(
                                    filter,
                                    form,
                                    ledger.journal(filter, form.values().get("after"), ROWS)),
                            shell);
                },
                again -> journal(JournalList.unread(again), shell));
    }

    private ModelAndView journal(JournalList list, Shell shell) {
        return shell.page(
                "dash/journal",
                Map.of("list", list, "owners", owners.of(list.page().items())));
    }

    @GetMapping("/finance/journal.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        JournalFilter filter = JournalFilter.of(parameters);
        exports.send(response, "journal.csv", csv -> files.journal(csv, filter), JournalCsv.JOURNAL);
    }

    @GetMapping("/finance/journal/{seq}")
    ModelAndView posting(@PathVariable long seq, Shell shell) {
        RecordedPosting recorded = ledger.recordedPosting(seq);
        Map<String, Object> model = new HashMap<>();
        model.put("recorded", recorded);
        model.put("owners", owners.of(recorded.lines()));
        model.put("reason", reason(recorded.lines().getFirst()));
        return shell.page("dash/posting", model);
    }

    private @Nullable String reason(JournalLine line) {
        return HandPostings.isReference(line.referenceType())
                ? handPostings.reasons(List.of(line.posting())).get(line.posting())
                : null;
    }

    /** The whole statement, newest first. */
    @GetMapping("/finance/accounts/{id}/statement.csv")
    void statement(@PathVariable long id, HttpServletResponse response) throws IOException {
        LedgerAccountId account = ledger.account(new LedgerAccountId(id)).id();
        exports.send(response, "account-" + id + ".csv", csv -> files.statement(csv, account), JournalCsv.STATEMENT);
    }

    @GetMapping("/finance/accounts/{id}")
    ModelAndView account(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Shell shell) {
        LedgerAccount account = ledger.account(new LedgerAccountId(id));
        Page<StatementLine> page = ledger.statement(account.id(), after, ROWS);
        return shell.page(
                "dash/ledger-account",
                Map.of("account", account, "page", page, "owners", owners.ofStatement(account.id(), page.items())));
    }

    @GetMapping("/finance/blocks/{height}")
    ModelAndView block(@PathVariable long height, @RequestParam(required = false) @Nullable Long after, Shell shell) {
        Block block = ledger.block(height);
        Map<String, Object> model = new HashMap<>();
        model.put("block", block);
        model.put("sound", ledger.isSound(block));
        model.put("last", ledger.lastBlock().map(Block::height).orElse(height) <= height);
        Page<JournalLine> lines = linesOf(block, after);
        model.put("lines", lines);
        model.put("owners", owners.of(lines.items()));
        return shell.page("dash/ledger-block", model);
    }

    /** A stretch of the block's transfers, the newest first, before a number. */
    private Page<JournalLine> linesOf(Block block, @Nullable Long after) {
        long end = block.firstSeq() + block.transfers();
        long before = after == null ? end : Math.clamp(after, block.firstSeq(), end);
        List<JournalLine> lines = ledger.journal(JournalFilter.all(), Long.toString(before), ROWS).items().stream()
                .filter(line -> line.seq() >= block.firstSeq())
                .toList();
        boolean more = !lines.isEmpty() && lines.getLast().seq() > block.firstSeq();
        return new Page<>(lines, more ? Long.toString(lines.getLast().seq()) : null);
    }
}
