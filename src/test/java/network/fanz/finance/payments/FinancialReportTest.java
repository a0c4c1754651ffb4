package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.common.Role;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.payments.reports.CreatorEarnings;
import network.fanz.finance.payments.reports.FinancialReport;
import network.fanz.finance.payments.reports.Revenue;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports' figures against the ledger's own entries. */
@Tag("database")
class FinancialReportTest {
    private static RunningFanz program;
    private static SignedInUser first;
    private static SignedInUser second;

    @BeforeAll
    static void trade() {
        program = RunningFanz.start();
        TestShop shop = new TestShop(program);
        first = program.users().creator();
        second = program.users().creator();
        SignedInUser fan = program.users().fan();
        shop.paidTip(fan, first, "1001");
        shop.paidTip(fan, second, "2503");
        String pass = shop.offerPass(second, "4567").expect(201).text("id");
        HttpAnswer bought = shop.buyPass(fan, pass).expect(201);
        shop.card(bought, TestShop.PAYS);
        shop.settled(fan, bought);
        HttpAnswer returned = shop.paidTip(fan, first, "777");
        first.client()
                .api("POST", "/api/v1/payments/" + returned.text("id") + "/refund")
                .expect(200);
        shop.settled(fan, returned);
        shop.card(shop.tip(fan, first, "999"), TestShop.NO_FUNDS);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void everyFigureIsTheSumOfTheLedgersEntries() {
        FinancialReport report = payments().generateFinancialReport(always());
        assertThat(report.total().fees()).isEqualTo(entries("platform", AccountCode.PLATFORM_FEES));
        Money earned = entries(first.id(), AccountCode.CREATOR_EARNINGS)
                .plus(entries(second.id(), AccountCode.CREATOR_EARNINGS));
        assertThat(report.total().shares()).isEqualTo(earned);
        assertThat(report.earnings().total()).isEqualTo(earned);
        assertThat(report.total().gross())
                .isEqualTo(entries("provider:sandbox", AccountCode.PROVIDER_CLEARING)
                        .negated());
        assertThat(report.total().gross())
                .isEqualTo(report.total().fees().plus(report.total().shares()));
    }

    @Test
    void kindsAddUpToTheTotal() {
        FinancialReport report = payments().generateFinancialReport(always());
        assertThat(report.byKind().stream().map(Revenue::gross).reduce(Money.zero(Asset.USD), Money::plus))
                .isEqualTo(report.total().gross());
        assertThat(report.byKind().stream().mapToLong(Revenue::payments).sum()).isEqualTo(4);
        assertThat(report.total().refunds()).isEqualTo(1);
        assertThat(report.volume().amount()).isEqualTo(Money.of(Asset.USD, 1001 + 2503 + 4567 + 777));
        assertThat(report.earnings().creators()).isEqualTo(2);
    }

    @Test
    void twoHalvesOfATimeAddUpToIt() {
        Period whole = always();
        Instant middle = bookedSecond();
        Revenue before = payments().getRevenue(null, new Period(whole.from(), middle));
        Revenue after = payments().getRevenue(null, new Period(middle, whole.to()));
        assertThat(before.gross().plus(after.gross()))
                .isEqualTo(payments().getRevenue(null, whole).gross());
        assertThat(before.payments()).isEqualTo(1);
    }

    @Test
    void saysNothingOfATimeInWhichNothingWasPaid() {
        Period empty = new Period(Instant.parse("2001-01-01T00:00:00Z"), Instant.parse("2001-02-01T00:00:00Z"));
        assertThat(payments().getTransactionVolume(empty).average()).isNull();
        assertThat(payments().getAverageCreatorEarnings(empty).average()).isNull();
    }

    @Test
    void whoOnlyGaveSomethingBackIsNoEarningCreator() {
        Instant refunded = program.bean(JdbcClient.class)
                .sql("select reversed_at from payments.payment where reversed_at is not null")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        CreatorEarnings earnings =
                payments().getAverageCreatorEarnings(new Period(refunded, refunded.plusNanos(1_000)));
        assertThat(earnings.total()).isEqualTo(Money.of(Asset.USD, -622));
        assertThat(earnings.creators()).isZero();
        assertThat(earnings.average()).isNull();
    }

    @Test
    void meansAreRoundedDownTowardsMinusInfinity() {
        Period whole = always();
        CreatorEarnings earnings = payments().getAverageCreatorEarnings(whole);
        assertThat(earnings.average())
                .isEqualTo(Money.of(
                        Asset.USD, Math.floorDiv(earnings.total().units().longValueExact(), earnings.creators())));
    }

    @Test
    void financeReadsThemOverTheApi() {
        Period period = always();
        String query = "?from=" + period.from() + "&to=" + period.to();
        SignedInUser finance = program.users().staff(Role.FINANCE);
        for (String figure : List.of("revenue", "volume", "earnings", "report")) {
            finance.client().api("GET", "/api/v1/finance/" + figure + query).expect(200);
            first.client().api("GET", "/api/v1/finance/" + figure + query).expectProblem(403, "forbidden");
        }
        HttpAnswer tips = finance.client().api("GET", "/api/v1/finance/revenue" + query + "&kind=tip");
        assertThat(tips.json().at("/gross/amount").asString()).isEqualTo("3504");
    }

    private static Money entries(String owner, AccountCode code) {
        Ledger ledger = program.bean(Ledger.class);
        LedgerAccount account = ledger.accountsOf(owner).stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
        return ledger.statement(account.id(), null, 100).items().stream()
                .map(StatementLine::amount)
                .reduce(Money.zero(Asset.USD), Money::plus);
    }

    private static Instant bookedSecond() {
        return program.bean(JdbcClient.class)
                .sql(
                        "select posted_at from payments.payment where posted_at is not null order by posted_at offset 1 limit 1")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static Payments payments() {
        return program.bean(Payments.class);
    }

    private static Period always() {
        return new Period(Instant.parse("2020-01-01T00:00:00Z"), Instant.now().plus(Duration.ofMinutes(1)));
    }
}
