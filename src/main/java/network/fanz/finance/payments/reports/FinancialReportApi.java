package network.fanz.finance.payments.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import network.fanz.common.Access;
import network.fanz.common.Period;
import network.fanz.common.Role;
import network.fanz.common.UtcMonth;
import network.fanz.finance.payments.EarningsByCreator;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of money, for staff. A period is half-open: from is in it, to is not. */
@RestController
@Tag(name = "finance")
class FinancialReportApi {
    private static final int LISTED_MAX = 100;

    private final Payments payments;

    FinancialReportApi(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/api/v1/finance/revenue")
    @Access({Role.FINANCE, Role.EXECUTIVE, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getRevenue", summary = "Gross, fees and shares of a kind of payment, refunds taken off")
    Revenue revenue(
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam("from") Instant from,
            @RequestParam("to") Instant to) {
        return payments.getRevenue(kind == null ? null : PaymentKind.of(kind), new Period(from, to));
    }

    @GetMapping("/api/v1/finance/volume")
    @Access({Role.FINANCE, Role.EXECUTIVE, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getTransactionVolume", summary = "How many payments, how much, and the average")
    TransactionVolume volume(@RequestParam("from") Instant from, @RequestParam("to") Instant to) {
        return payments.getTransactionVolume(new Period(from, to));
    }

    @GetMapping("/api/v1/finance/earnings")
    @Access({Role.FINANCE, Role.EXECUTIVE, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getAverageCreatorEarnings", summary = "What creators earned, in all and on average")
    CreatorEarnings earnings(@RequestParam("from") Instant from, @RequestParam("to") Instant to) {
        return payments.getAverageCreatorEarnings(new Period(from, to));
    }

    @GetMapping("/api/v1/finance/report")
    @Access({Role.FINANCE, Role.EXECUTIVE, Role.ADMINISTRATOR})
    @Operation(operationId = "generateFinancialReport", summary = "A period's money in one piece")
    FinancialReport report(@RequestParam("from") Instant from, @RequestParam("to") Instant to) {
        return payments.generateFinancialReport(new Period(from, to));
    }

    @GetMapping("/api/v1/finance/creators")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(
            operationId = "listEarningsByCreator",
            summary = "What each creator earned in a month in UTC, such as 2026-03, whoever earned most first")
    EarningsByCreator creators(
            @RequestParam("month") String month,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        return payments.earningsByCreator(
                UtcMonth.of("month", month).period(), after, Math.clamp(limit, 1, LISTED_MAX));
    }
}
