package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.common.UtcMonth;
import network.fanz.finance.payments.EarningsByCreator;
import network.fanz.finance.payments.EarningsOfCreator;
import network.fanz.finance.payments.EarningsSums;
import network.fanz.finance.payments.Payments;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Csv;
import network.fanz.web.show.PublicNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What each creator earned in a month: on a page, and as a file. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class CreatorEarningsPages {
    private static final int ROWS = 30;
    private static final String MONTH = "month";
    private static final String[] COLUMNS = {
        "month",
        "creator",
        "name",
        "asset",
        "payments",
        "gross",
        "fee",
        "share",
        "refunds",
        "refunded",
        "fee returned",
        "share returned",
        "net fee",
        "net share",
        "taken back without us",
        "gross of these"
    };

    private final Payments payments;
    private final Exports exports;
    private final PublicNames names;
    private final Clock clock;

    CreatorEarningsPages(Payments payments, Exports exports, PublicNames names, @Steady Clock clock) {
        this.payments = payments;
        this.exports = exports;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/finance/creators")
    ModelAndView creators(Form form, Shell shell) {
        UtcMonth now = UtcMonth.at(clock.instant());
        Form filled = form.value(MONTH).isBlank() ? Form.of(Map.of(MONTH, now.toString())) : form;
        return form.select(
                () -> {
                    UtcMonth month = UtcMonth.of(MONTH, filled.text(MONTH));
                    EarningsByCreator found = payments.earningsByCreator(
                            month.period(), form.values().get("after"), ROWS);
                    return shell.page(
                            "dash/creators",
                            Map.of("list", new CreatorEarningsList(month, now, filled, found, named(found.items()))));
                },
                again -> shell.page(
                        "dash/creators", Map.of("list", new CreatorEarningsList(null, now, again, null, Map.of()))));
    }

    /** All creators of the month, whoever earned most first. */
    @GetMapping("/finance/creators.csv")
    void csv(@RequestParam(MONTH) String text, HttpServletResponse response) throws IOException {
        UtcMonth month = UtcMonth.of(MONTH, text);
        exports.send(response, "creators-" + month + ".csv", csv -> rows(csv, month), COLUMNS);
    }

    private void rows(Csv csv, UtcMonth month) {
        try (Stretches<EarningsOfCreator> stretches = new Stretches<>(rows -> {
            Map<AccountId, String> named = named(rows);
            return () -> rows.forEach(row -> row(csv, month, row, named.getOrDefault(row.creator(), "")));
        })) {
            payments.forEachCreator(month.period(), stretches::add);
            stretches.end();
        }
    }

    private Map<AccountId, String> named(List<EarningsOfCreator> rows) {
        return names.of(rows.stream().map(EarningsOfCreator::creator).toList());
    }

    private static void row(Csv csv, UtcMonth month, EarningsOfCreator row, String name) {
        EarningsSums earned = row.earned();
        csv.row(
                month,
                row.creator(),
                name,
                earned.gross().asset().code(),
                earned.payments(),
                earned.gross().decimal(),
                earned.fees().decimal(),
                earned.shares().decimal(),
                earned.refunds(),
                earned.refunded().decimal(),
                earned.feesReturned().decimal(),
                earned.sharesReturned().decimal(),
                earned.netFees().decimal(),
                earned.netShares().decimal(),
                earned.takenBack(),
                earned.takenBackGross().decimal());
    }
}
