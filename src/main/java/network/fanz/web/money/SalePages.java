package network.fanz.web.money;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Supporter;
import network.fanz.content.catalogue.Supporters;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.Payments;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a creator has sold, and to whom. */
@Controller
@OnFanBrands
@Access(Role.CREATOR)
final class SalePages {
    private static final int ROWS = 50;
    private static final int CHART_DAYS = 30;

    private final Payments payments;
    private final Supporters supporters;
    private final PublicNames names;
    private final Clock clock;

    SalePages(Payments payments, Supporters supporters, PublicNames names, @Steady Clock clock) {
        this.payments = payments;
        this.supporters = supporters;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/sales")
    ModelAndView sales(
            @RequestParam(name = "after", required = false) @Nullable String after, Caller caller, Shell shell) {
        AccountId creator = caller.requireAccount();
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(CHART_DAYS - 1L);
        Page<Payment> page = payments.salesOf(creator, after, ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "earned",
                EarningsChart.of(
                        payments.salesByDay(creator, first.atStartOfDay().toInstant(ZoneOffset.UTC)),
                        first,
                        CHART_DAYS,
                        payments.currency()));
        model.put("page", page);
        model.put("messages", payments.messages(page.items(), caller));
        model.put("names", names.of(page.items().stream().map(Payment::buyer).toList()));
        return shell.page("money/sales", model);
    }

    @GetMapping("/supporters")
    ModelAndView supporters(
            @RequestParam(name = "after", required = false) @Nullable String after, Caller caller, Shell shell) {
        Page<Supporter> page = supporters.of(caller.requireAccount(), after, ROWS);
        return shell.page(
                "money/supporters",
                Map.of(
                        "page",
                        page,
                        "names",
                        names.of(page.items().stream().map(Supporter::fan).toList())));
    }
}
