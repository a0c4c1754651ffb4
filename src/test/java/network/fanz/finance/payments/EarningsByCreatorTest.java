package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.common.Role;
import network.fanz.common.UtcMonth;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each creator earned, against the ledger's entries and the report's totals. */
@Tag("database")
class EarningsByCreatorTest {
    private static RunningFanz program;
    private static SignedInUser first;
    private static SignedInUser second;
    private static SignedInUser third;
    private static Instant middle;

    /** The first is paid before the middle, and gives a part of it back behind it. */
    @BeforeAll
    static void trade() {
        program = RunningFanz.start();
        TestShop shop = new TestShop(program);
        first = program.users().creator();
        second = program.users().creator();
        third = program.users().creator();
        SignedInUser fan = program.users().fan();
        shop.paidTip(fan, first, "1001");
        HttpAnswer returned = shop.paidTip(fan, first, "777");
        shop.paidTip(fan, second, "2503");
        middle = bookedLast();
        shop.paidTip(fan, second, "1250");
        HttpAnswer pass = shop.buyPass(
                        fan, shop.offerPass(third, "4567").expect(201).text("id"))
                .expect(201);
        shop.card(pass, TestShop.DISPUTED);
        shop.settled(fan, pass);
        first.client()
                .api("POST", "/api/v1/payments/" + returned.text("id") + "/refund")
                .expect(200);
        shop.settled(fan, returned);
        Awaitility.await()
                .untilAsserted(() -> assertThat(of(third, after()).takenBack()).isEqualTo(1));
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void everyCreatorsNetShareIsTheSumOfTheirEntriesInTheLedger() {
        for (Period period : List.of(before(), after(), whole())) {
            for (EarningsOfCreator row :
                    payments().earningsByCreator(period, null, 100).items()) {
                assertThat(row.earned().netShares()).isEqualTo(entries(row.creator(), period));
            }
        }
        assertThat(of(first, after()).netShares()).isEqualTo(Money.of(Asset.USD, -622));
    }

    @Test
    void theTotalsAreTheReportsToTheUnit() {
        for (Period period : List.of(before(), after(), whole())) {
            EarningsSums total = payments().earningsByCreator(period, null, 1).total();
            var report = payments().generateFinancialReport(period);
            assertThat(total.payments()).isEqualTo(report.total().payments());
            assertThat(total.refunds()).isEqualTo(report.total().refunds());
            assertThat(total.gross()).isEqualTo(report.volume().amount());
            assertThat(total.gross().minus(total.refunded()))
                    .isEqualTo(report.total().gross());
            assertThat(total.netFees()).isEqualTo(report.total().fees());
            assertThat(total.netShares()).isEqualTo(report.total().shares());
        }
    }

    @Test
    void aRefundCountsWhenItIsBookedAndNotWhereItsPaymentWas() {
        EarningsSums paid = of(first, before());
        assertThat(paid.payments()).isEqualTo(2);
        assertThat(paid.gross()).isEqualTo(Money.of(Asset.USD, 1778));
        assertThat(paid.refunds()).isZero();
        EarningsSums back = of(first, after());
        assertThat(back.payments()).isZero();
        assertThat(back.refunds()).isEqualTo(1);
        assertThat(back.refunded()).isEqualTo(Money.of(Asset.USD, 777));
        assertThat(back.feesReturned()).isEqualTo(Money.of(Asset.USD, 155));
        assertThat(back.netFees()).isEqualTo(Money.of(Asset.USD, -155));
    }

    @Test
    void whatAProviderTakesBackIsSaidAndStandsInNoSum() {
        EarningsSums disputed = of(third, after());
        assertThat(disputed.takenBack()).isEqualTo(1);
        assertThat(disputed.takenBackGross()).isEqualTo(Money.of(Asset.USD, 4567));
        assertThat(disputed.gross()).isEqualTo(Money.of(Asset.USD, 4567));
        assertThat(disputed.refunds()).isZero();
    }

    @Test
    void stretchesMakeUpTheWholeListWhoeverEarnedMostFirst() {
        List<EarningsOfCreator> walked = new ArrayList<>();
        String next = null;
        do {
            EarningsByCreator stretch = payments().earningsByCreator(after(), next, 1);
            assertThat(stretch.creators()).isEqualTo(3);
            walked.addAll(stretch.items());
            next = stretch.next();
        } while (next != null);
        assertThat(walked)
                .extracting(row -> row.creator().toString())
                .containsExactly(third.id(), second.id(), first.id());
        List<EarningsOfCreator> all = new ArrayList<>();
        payments().forEachCreator(after(), all::add);
        assertThat(all).isEqualTo(walked);
    }

    @Test
    void financeReadsAMonthOverTheApiAndNobodyElse() {
        String path = "/api/v1/finance/creators?month=" + UtcMonth.at(Instant.now());
        SignedInUser finance = program.users().staff(Role.FINANCE);
        HttpAnswer month = finance.client().api("GET", path + "&limit=2").expect(200);
        assertThat(month.json().at("/creators").asInt()).isEqualTo(3);
        assertThat(month.json().at("/total/gross/amount").asString()).isEqualTo("10098");
        assertThat(month.json().at("/items")).hasSize(2);
        assertThat(month.json().at("/items/0/creator").asString()).isEqualTo(third.id());
        HttpAnswer rest = finance.client()
                .api("GET", path + "&after=" + month.text("next"))
                .expect(200);
        assertThat(rest.json().at("/items/0/earned/netShares/amount").asString())
                .isEqualTo(Money.of(Asset.USD, 801).units().toString());
        first.client().api("GET", path).expectProblem(403, "forbidden");
        program.users().staff(Role.ANALYST).client().api("GET", path).expectProblem(403, "forbidden");
    }

    @Test
    void aMonthThatIsNoneIsRefusedAtItsField() {
        SignedInUser finance = program.users().staff(Role.FINANCE);
        for (String month : List.of("2026-13", "spring", "2026-1", "0000-01", "9999-12", "2026-10&after=x")) {
            finance.client()
                    .api("GET", "/api/v1/finance/creators?month=" + month)
                    .expect(422);
        }
        assertThat(finance.client()
                        .api("GET", "/api/v1/finance/creators?month=2026-13")
                        .text("field"))
                .isEqualTo("month");
        assertThat(finance.client()
                        .api("GET", "/api/v1/finance/creators?month=2001-02")
                        .expect(200)
                        .json()
                        .at("/total/payments")
                        .asInt())
                .isZero();
    }

    private static EarningsSums of(SignedInUser creator, Period period) {
        return payments().earningsByCreator(period, null, 100).items().stream()
                .filter(row -> row.creator().toString().equals(creator.id()))
                .findFirst()
                .orElseThrow()
                .earned();
    }

    private static Money entries(AccountId owner, Period period) {
        Ledger ledger = program.bean(Ledger.class);
        LedgerAccount account = ledger.accountsOf(owner.toString()).stream()
                .filter(each -> each.code() == AccountCode.CREATOR_EARNINGS)
                .findFirst()
                .orElseThrow();
        return ledger.statement(account.id(), null, 100).items().stream()
                .filter(line -> period.contains(line.postedAt()))
                .map(StatementLine::amount)
                .reduce(Money.zero(Asset.USD), Money::plus);
    }

    /** The moment behind the last booking. */
    private static Instant bookedLast() {
        return program.bean(JdbcClient.class)
                .sql("select max(posted_at) from payments.payment")
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single()
                .plusNanos(1_000);
    }

    private static Payments payments() {
        return program.bean(Payments.class);
    }

    private static Period before() {
        return new Period(Instant.parse("2020-01-01T00:00:00Z"), middle);
    }

    private static Period after() {
        return new Period(middle, Instant.now().plus(Duration.ofMinutes(1)));
    }

    private static Period whole() {
        return new Period(before().from(), after().to());
    }
}
