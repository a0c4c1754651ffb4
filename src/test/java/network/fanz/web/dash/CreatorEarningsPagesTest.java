package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.common.UtcMonth;
import network.fanz.finance.payments.EarningsByCreator;
import network.fanz.finance.payments.Payments;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.show.Format;
import network.fanz.web.show.PublicNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What creators earned in a month, on its page and in its file. It moves a payment's time, so it has a program of its own. */
@Tag("database")
class CreatorEarningsPagesTest {
    private static final RunningFanz FANZ = RunningFanz.start();
    private static final UtcMonth NOW = UtcMonth.at(Instant.now());
    private static final UtcMonth LAST = NOW.plus(-1);
    private static final int COLUMNS = 16;
    private static SignedInUser creator;
    private static String name;
    private static ProgramClient finance;
    private static ProgramClient administrator;

    /** A tip of last month that is given back in this one, and another tip of this one. */
    @BeforeAll
    static void refundAcrossTheMonthsEnd() {
        TestShop shop = new TestShop(FANZ);
        creator = FANZ.users().creator();
        name = FANZ.bean(PublicNames.class).of(new AccountId(UUID.fromString(creator.id())));
        SignedInUser fan = FANZ.users().fan();
        HttpAnswer returned = shop.paidTip(fan, creator, "1000");
        shop.paidTip(fan, creator, "2000");
        JdbcClient.create(FANZ.database().asOwner())
                .sql("""
                update payments.payment set posted_at = date_trunc('month', posted_at, 'UTC') - interval '1 day' where id = ?::uuid""")
                .param(returned.text("id"))
                .update();
        creator.client()
                .api("POST", "/api/v1/payments/" + returned.text("id") + "/refund")
                .expect(200);
        shop.settled(fan, returned);
        finance = page(FANZ.users().staff(Role.FINANCE));
        administrator = page(FANZ.users().staff(Role.ADMINISTRATOR));
    }

    @AfterAll
    static void close() {
        FANZ.close();
    }

    @Test
    void financeAloneSeesPageAndFile() {
        ProgramClient analyst = page(FANZ.users().staff(Role.ANALYST));
        for (String path : List.of("/finance/creators", "/finance/creators.csv?month=" + NOW)) {
            finance.get("dash", path).expect(200);
            administrator.get("dash", path).expect(200);
            analyst.get("dash", path).expect(403);
            page(creator).get("dash", path).expect(403);
        }
    }

    @Test
    void aPaymentStandsInTheMonthInWhichItWasBookedAndItsRefundInTheNext() {
        assertThat(row(LAST)).contains(",USD,1,10.00,2.00,8.00,0,0.00,0.00,0.00,2.00,8.00,0,0.00");
        assertThat(row(NOW)).contains(",USD,1,20.00,4.00,16.00,1,10.00,2.00,8.00,2.00,8.00,0,0.00");
    }

    @Test
    void theFilesSumsAreThePagesTotals() {
        EarningsByCreator month = FANZ.bean(Payments.class).earningsByCreator(NOW.period(), null, 1);
        List<String[]> rows =
                file(NOW).lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows).hasSize(Math.toIntExact(month.creators()));
        assertThat(sum(rows, 5)).isEqualByComparingTo(month.total().gross().decimal());
        assertThat(sum(rows, 9)).isEqualByComparingTo(month.total().refunded().decimal());
        assertThat(sum(rows, 13)).isEqualByComparingTo(month.total().netShares().decimal());
        String foot = finance.get("dash", "/finance/creators").expect(200).body();
        assertThat(foot.substring(foot.indexOf("<tfoot")))
                .contains(
                        Format.amount(month.total().gross()),
                        Format.amount(month.total().netShares()));
    }

    @Test
    void eachCreatorsNameLeadsOnForWhoeverReads() {
        String path = "/finance/creators?month=" + LAST;
        assertThat(finance.get("dash", path).expect(200).body())
                .contains("href=\"/finance/payments?person=" + creator.id() + "\"><bdi>" + name + "</bdi>");
        assertThat(administrator.get("dash", path).expect(200).body())
                .contains("href=\"/users/" + creator.id() + "\"><bdi>" + name + "</bdi>");
    }

    @Test
    void thePageLeadsToOtherMonthsButNotIntoTheFuture() {
        String now = finance.get("dash", "/finance/creators").expect(200).body();
        assertThat(now).contains("href=\"/finance/creators?month=" + LAST + "\"", "these sums still change");
        assertThat(now).doesNotContain("month=" + NOW.plus(1));
        String last = finance.get("dash", "/finance/creators?month=" + LAST).body();
        assertThat(last).contains("month=" + LAST.plus(-1) + "\"", "month=" + NOW + "\"");
        assertThat(last).doesNotContain("these sums still change");
    }

    @Test
    void aMonthThatCannotBeReadStandsAsTypedWithTheReason() {
        String page = finance.get("dash", "/finance/creators?month=2026-13")
                .expect(422)
                .body();
        assertThat(page).contains("value=\"2026-13\"", "id=\"month-error\"", "Write a month, such as 2026-03.");
        assertThat(page).doesNotContain("<tbody", "download");
        finance.get("dash", "/finance/creators.csv?month=spring").expect(422);
    }

    @Test
    void theMeanOfEarningsLeadsToTheCreatorsBehindIt() {
        assertThat(finance.get("dash", "/figures/average-earnings").expect(200).body())
                .contains("href=\"/finance/creators\"");
    }

    private static String row(UtcMonth month) {
        return file(month)
                .lines()
                .filter(line -> line.startsWith(month + "," + creator.id() + "," + name + ","))
                .findFirst()
                .orElseThrow();
    }

    private static String file(UtcMonth month) {
        return finance.get("dash", "/finance/creators.csv?month=" + month)
                .expect(200)
                .body();
    }

    private static BigDecimal sum(List<String[]> rows, int column) {
        return rows.stream()
                .map(row -> new BigDecimal(row[row.length - COLUMNS + column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ProgramClient page(SignedInUser user) {
        ProgramClient client = FANZ.client().withHeader("Accept", "text/html");
        client.cookie("dash", "fanz_session", String.valueOf(user.client().token()));
        return client;
    }
}
