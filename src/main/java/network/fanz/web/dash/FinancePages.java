package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Role;
import network.fanz.finance.ledger.Block;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.web.page.Shell;
import network.fanz.web.place.Brand;
import network.fanz.web.place.On;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The books: every sum leads to its transfers, every transfer to its entries, every entry to the block that holds it. */
@Controller
@On(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class FinancePages {
    private static final int ROWS = 50;

    private final Ledger ledger;

    FinancePages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/finance/trial-balance")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    ModelAndView trialBalance(@RequestParam(required = false) @Nullable Long asOf, Shell shell) {
        List<TrialBalance> balances = asOf == null ? ledger.trialBalance() : ledger.trialBalanceAt(asOf);
        Map<String, Object> model = new HashMap<>(Map.of("balances", balances));
        ledger.lastBlock().ifPresent(block -> {
            model.put("block", block);
            model.put("sound", ledger.isSound(block));
        });
        return shell.page("dash/trial-balance", model);
    }

    @GetMapping("/finance/journal")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    ModelAndView journal(@RequestParam Map<String, String> parameters, Shell shell) {
        JournalFilter filter = JournalFilter.of(parameters);
        return shell.page(
                "dash/journal",
                Map.of(
                        "list",
                        new JournalList(filter, parameters, ledger.journal(filter, parameters.get("after"), ROWS))));
    }

    @GetMapping("/finance/journal.csv")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        JournalCsv.write(ledger, JournalFilter.of(parameters), response);
    }

    @GetMapping("/finance/journal/{seq}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    ModelAndView posting(@PathVariable long seq, Shell shell) {
        return shell.page("dash/posting", Map.of("recorded", ledger.recorded(seq)));
    }

    @GetMapping("/finance/accounts/{id}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    ModelAndView account(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Shell shell) {
        LedgerAccount account = ledger.account(new LedgerAccountId(id));
        return shell.page(
                "dash/ledger-account", Map.of("account", account, "page", ledger.statement(account.id(), after, ROWS)));
    }

    @GetMapping("/finance/blocks/{height}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    ModelAndView block(@PathVariable long height, Shell shell) {
        Block block = ledger.block(height);
        boolean last = ledger.lastBlock().map(Block::height).orElse(height) <= height;
        return shell.page(
                "dash/ledger-block",
                Map.of("block", block, "sound", ledger.isSound(block), "lines", ledger.linesOf(block), "last", last));
    }
}
