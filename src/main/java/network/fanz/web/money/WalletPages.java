package network.fanz.web.money;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.finance.payments.WalletLine;
import network.fanz.finance.payments.WalletSection;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a fan or creator has: money and saved cards. */
@Controller
@OnFanBrands
final class WalletPages {
    private static final int PAYMENTS_MAX = 50;

    private final Payments payments;
    private final RefundRequests requests;
    private final PublicNames names;
    private final Clock clock;

    WalletPages(Payments payments, RefundRequests requests, PublicNames names, Clock clock) {
        this.requests = requests;
        this.clock = clock;
        this.payments = payments;
        this.names = names;
    }

    /**
     * @param section which statement; what one earned for creators, what one paid for everybody else, if left out
     * @param month such as {@code 2026-03}; all months if left out
     * @param paymentsAfter where the list of payments goes on; the newest if left out
     */
    @Access
    @GetMapping("/wallet")
    ModelAndView wallet(
            @RequestParam(name = "part", required = false) @Nullable WalletSection section,
            @RequestParam(name = "month", required = false) @Nullable String month,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "payments", required = false) @Nullable String paymentsAfter,
            Caller caller,
            Shell shell) {
        AccountId owner = caller.requireAccount();
        WalletSection shown = section != null ? section : shown(caller);
        StatementMonth statementMonth = StatementMonth.of(month, clock);
        Page<WalletLine> lines = payments.statement(owner, shown, statementMonth.period(), after);
        Map<String, Object> model = new HashMap<>();
        model.put("wallet", payments.wallet(owner));
        model.put("part", shown);
        model.put("month", statementMonth);
        model.put("lines", lines);
        Page<Payment> made = shown == WalletSection.PURCHASES
                ? payments.paymentsOf(owner, statementMonth.period(), paymentsAfter, PAYMENTS_MAX)
                : new Page<>(List.of(), null);
        model.put("payments", made);
        model.put("askedBack", requests.undecided(made.items(), owner));
        List<RefundRequest> asked = shown == WalletSection.EARNINGS ? requests.waitingFor(owner) : List.of();
        model.put("asked", asked);
        model.put("unfolded", after != null);
        model.put(
                "names",
                names.of(Stream.concat(
                                lines.items().stream().map(WalletLine::other).filter(Objects::nonNull),
                                Stream.concat(
                                        made.items().stream().map(Payment::seller),
                                        asked.stream().map(RefundRequest::buyer)))
                        .toList()));
        model.put("methods", payments.methods(owner));
        return shell.page("money/wallet", model);
    }

    /** The reader's own statement. A request cannot name an account. */
    @Access
    @GetMapping("/wallet/statement.csv")
    void statement(
            @RequestParam(name = "part", required = false) @Nullable WalletSection section,
            @RequestParam(name = "month", required = false) @Nullable String month,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        StatementCsv.write(
                payments,
                names,
                caller.requireAccount(),
                section != null ? section : shown(caller),
                StatementMonth.of(month, clock),
                response);
    }

    /** The reader's own payments, one row each. */
    @Access
    @GetMapping("/wallet/payments.csv")
    void payments(
            @RequestParam(name = "month", required = false) @Nullable String month,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        PaymentsCsv.write(payments, names, caller.requireAccount(), StatementMonth.of(month, clock), response);
    }

    @Access
    @PostMapping("/wallet/methods/{id}/removal")
    ModelAndView removeMethod(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        payments.removeMethod(caller.requireAccount(), id);
        return shell.redirect("/wallet", PageNotice.ok(say("The card is forgotten.")));
    }

    private static WalletSection shown(Caller caller) {
        return caller.has(Role.CREATOR) ? WalletSection.EARNINGS : WalletSection.PURCHASES;
    }
}
