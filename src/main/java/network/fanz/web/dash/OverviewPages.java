package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Asset;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.insight.analytics.Analytics;
import network.fanz.insight.analytics.DashboardPeriod;
import network.fanz.insight.analytics.Figure;
import network.fanz.insight.analytics.FigureRow;
import network.fanz.insight.analytics.Metric;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The executive figures and the rows behind them. */
@Controller
@OnBrands(Brand.DASH)
final class OverviewPages {
    private static final int ROWS = 50;
    private static final int ALERTS = 5;

    private final Analytics analytics;
    private final Monitoring monitoring;
    private final Exports exports;
    private final FirstSteps firstSteps;
    private final WaitingTasks waitingTasks;
    private final Clock clock;

    OverviewPages(
            Analytics analytics,
            Monitoring monitoring,
            Exports exports,
            FirstSteps firstSteps,
            WaitingTasks waitingTasks,
            Clock clock) {
        this.analytics = analytics;
        this.monitoring = monitoring;
        this.exports = exports;
        this.firstSteps = firstSteps;
        this.waitingTasks = waitingTasks;
        this.clock = clock;
    }

    @Access({Role.EXECUTIVE, Role.ANALYST, Role.FINANCE, Role.ADMINISTRATOR, Role.MODERATOR, Role.CUSTODIAN})
    @GetMapping("/")
    ModelAndView overview(@RequestParam(required = false) @Nullable String period, Caller caller, Shell shell) {
        if (!SectionAccess.figures(shell)) {
            return shell.page("dash/nothing");
        }
        DashboardPeriod chosen = DashboardPeriod.named(period);
        Overview overview = new Overview(
                chosen,
                analytics.executiveDashboardData(chosen),
                alerts(shell),
                monitoring.openAlerts(),
                analytics.progress(),
                clock.instant());
        return shell.page(
                "dash/overview",
                Map.of(
                        "overview",
                        overview,
                        "steps",
                        firstSteps.of(caller, shell),
                        "tasks",
                        waitingTasks.of(caller, shell)));
    }

    @Access({Role.EXECUTIVE, Role.ANALYST, Role.FINANCE, Role.ADMINISTRATOR})
    @GetMapping("/figures/{figure}")
    ModelAndView figure(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String after,
            Shell shell) {
        DashboardPeriod chosen = DashboardPeriod.named(period);
        Metric metric = Metric.named(figure);
        return shell.page(
                "dash/figure",
                Map.of(
                        "period",
                        chosen,
                        "card",
                        new FigureCard(analytics.figure(metric, chosen)),
                        "progress",
                        analytics.progress(),
                        "asOf",
                        clock.instant(),
                        "rows",
                        analytics.rows(metric, chosen, after, ROWS)));
    }

    /** All rows of a figure for a spreadsheet, newest first. */
    @Access({Role.EXECUTIVE, Role.ANALYST, Role.FINANCE, Role.ADMINISTRATOR})
    @GetMapping("/figures/{figure}/rows.csv")
    void rows(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String period,
            HttpServletResponse response)
            throws IOException {
        DashboardPeriod chosen = DashboardPeriod.named(period);
        Metric metric = Metric.named(figure);
        exports.send(
                response,
                "fanz-" + metric.label() + "-" + chosen.label() + ".csv",
                csv -> analytics.forEachRow(metric, chosen, row -> row(csv, row)),
                "time",
                "what",
                "id",
                "asset",
                "amount");
    }

    private static void row(Csv csv, FigureRow row) {
        Money amount = row.amount();
        csv.row(
                row.at(),
                row.kind(),
                row.id(),
                amount == null ? "" : amount.asset().code(),
                amount != null ? amount.decimal() : row.count() == null ? "" : row.count());
    }

    /** The same figures for a spreadsheet; an empty cell is no data. */
    @Access({Role.EXECUTIVE, Role.ANALYST, Role.FINANCE, Role.ADMINISTRATOR})
    @GetMapping("/overview.csv")
    void csv(@RequestParam(required = false) @Nullable String period, HttpServletResponse response) throws IOException {
        DashboardPeriod chosen = DashboardPeriod.named(period);
        List<Figure> figures = analytics.executiveDashboardData(chosen).figures();
        Csv.send(
                response,
                "fanz-overview-" + chosen.label() + ".csv",
                csv -> figures.forEach(figure -> row(csv, figure)),
                "figure",
                "unit",
                "value",
                "previous",
                "definition",
                "counted since",
                "period before counted whole");
    }

    private static void row(Csv csv, Figure figure) {
        csv.row(
                figure.id(),
                figure.asset() == null ? "" : figure.asset().code(),
                plain(figure, figure.value()),
                plain(figure, figure.previous()),
                figure.definition(),
                figure.since() == null ? "" : figure.since(),
                figure.comparable() ? "yes" : "no");
    }

    /** Without grouping, for programs. */
    private static String plain(Figure figure, @Nullable BigInteger value) {
        if (value == null) {
            return "";
        }
        Asset asset = figure.asset();
        return asset == null ? value.toString() : new Money(asset, value).decimal();
    }

    private @Nullable List<SecurityAlert> alerts(Shell shell) {
        return SectionAccess.security(shell)
                ? monitoring.alerts(AlertFilter.OPEN, null, ALERTS).items()
                : null;
    }
}
