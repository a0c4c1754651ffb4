package network.fanz.insight.analytics;

import io.swagger.v3.oas.annotations.Operation;
import network.fanz.common.Access;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The executive figures for programs. */
@RestController
@RequestMapping("/api/v1/analytics")
@Access({Role.EXECUTIVE, Role.ANALYST, Role.FINANCE, Role.ADMINISTRATOR})
class AnalyticsApi {
    private final Analytics analytics;

    AnalyticsApi(Analytics analytics) {
        this.analytics = analytics;
    }

    @GetMapping("/executive")
    @Operation(operationId = "executiveDashboardData", summary = "All figures of a period and of the period before")
    ExecutiveDashboard executive(@RequestParam(required = false) @Nullable String period) {
        return analytics.executiveDashboardData(DashboardPeriod.named(period));
    }

    @GetMapping("/daily-active-users")
    @Operation(operationId = "getDailyActiveUsers", summary = "Distinct accounts a day that signed in or paid")
    Figure dailyActiveUsers(@RequestParam(required = false) @Nullable String period) {
        return analytics.figure(Metric.DAILY_ACTIVE_USERS, DashboardPeriod.named(period));
    }

    @GetMapping("/active-creators")
    @Operation(operationId = "getActiveCreators", summary = "Distinct creators who were paid")
    Figure activeCreators(@RequestParam(required = false) @Nullable String period) {
        return analytics.figure(Metric.ACTIVE_CREATORS, DashboardPeriod.named(period));
    }

    @GetMapping("/figures/{figure}")
    @Operation(operationId = "getFigure", summary = "One figure with its definition and its days")
    Figure figure(@PathVariable String figure, @RequestParam(required = false) @Nullable String period) {
        return analytics.figure(Metric.named(figure), DashboardPeriod.named(period));
    }

    @GetMapping("/figures/{figure}/rows")
    @Operation(operationId = "getFigureRows", summary = "The rows that make a figure up, newest first")
    Page<FigureRow> rows(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return analytics.rows(Metric.named(figure), DashboardPeriod.named(period), after, limit);
    }
}
