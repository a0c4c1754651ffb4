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
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.TrialBalanceLine;
import network.fanz.web.brand.OnBrands;
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
    private static final int ROWS = 50;
    private static final int AT_ONCE = 200;

    private final Ledger ledger;

    FinancePages(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param asOf a transfer's number, or a day, whose last transfer is then the last that counts; absent for now */
    @GetMapping("/finance/trial-balance")
    ModelAndView trialBalance(@RequestParam(required = false) @Nullable String asOf, Shell shell) {
        Map<String, Object> model = new HashMap<>(Map.of("balances", balances(asOf)));
        model.put("asOf", asOf == null ? "" : asOf.strip());
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
        Csv csv = Csv.to(
                response, "trial-balance.csv", "as of transfer", "asset", "account", "accounts", "debit", "credit");
        for (TrialBalance balance : balances) {
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
    }

    private List<TrialBalance> balances(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return ledger.trialBalance();
        }
        String text = asOf.strip();
        return ledger.trialBalanceAt(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : lastOf(text));
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
    ModelAndView journal(@RequestParam Map<String, String> parameters, Shell shell) {
        JournalFilter filter = JournalFilter.of(parameters);
        return shell.page(
                "dash/journal",
                Map.of(
                        "list",
                        new JournalList(filter, parameters, ledger.journal(filter, parameters.get("after"), ROWS))));
    }

    @GetMapping("/finance/journal.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        JournalCsv.write(ledger, JournalFilter.of(parameters), response);
    }

    @GetMapping("/finance/journal/{seq}")
    ModelAndView posting(@PathVariable long seq, Shell shell) {
        return shell.page("dash/posting", Map.of("recorded", ledger.recordedPosting(seq)));
    }

    /** The whole statement, newest first. */
    @GetMapping("/finance/accounts/{id}/statement.csv")
    void statement(@PathVariable long id, HttpServletResponse response) throws IOException {
        LedgerAccountId account = ledger.account(new LedgerAccountId(id)).id();
        Csv csv = Csv.to(
                response,
                "account-" + id + ".csv",
                "transfer",
                "posted",
                "kind",
                "counterparty",
                "asset",
                "amount",
                "pending",
                "balance",
                "reference type",
                "reference");
        @Nullable String after = null;
        do {
            Page<StatementLine> page = ledger.statement(account, after, AT_ONCE);
            for (StatementLine line : page.items()) {
                csv.row(
                        line.seq(),
                        line.postedAt(),
                        line.kind(),
                        line.counterparty(),
                        line.amount().asset().code(),
                        line.amount().decimal(),
                        line.pending().decimal(),
                        line.balance().decimal(),
                        line.referenceType(),
                        line.referenceId());
            }
            after = page.next();
        } while (after != null);
    }

    @GetMapping("/finance/accounts/{id}")
    ModelAndView account(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Shell shell) {
        LedgerAccount account = ledger.account(new LedgerAccountId(id));
        return shell.page(
                "dash/ledger-account", Map.of("account", account, "page", ledger.statement(account.id(), after, ROWS)));
    }

    @GetMapping("/finance/blocks/{height}")
    ModelAndView block(@PathVariable long height, @RequestParam(required = false) @Nullable Long after, Shell shell) {
        Block block = ledger.block(height);
        Map<String, Object> model = new HashMap<>();
        model.put("block", block);
        model.put("sound", ledger.isSound(block));
        model.put("last", ledger.lastBlock().map(Block::height).orElse(height) <= height);
        model.put("lines", linesOf(block, after));
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
