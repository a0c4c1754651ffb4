package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payment whose buyer's bank has taken the money back: it goes out once, and finance staff book it by hand. */
@Tag("database")
class TakenBackTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String PRICE = "2600";

    private static ProgramClient first;
    private static ProgramClient second;
    private static SignedInUser creator;
    private static HttpAnswer disputed;

    @BeforeAll
    static void dispute() {
        first = FANZ.users().staff(Role.FINANCE).client();
        second = FANZ.users().staff(Role.FINANCE).client();
        creator = FANZ.users().creator();
        TestShop shop = new TestShop(FANZ);
        SignedInUser fan = FANZ.users().fan();
        HttpAnswer tip = shop.tip(fan, creator, PRICE).expect(201);
        shop.card(tip, TestShop.DISPUTED);
        await().until(() ->
                shop.now(fan, tip).json().path("takenBack").asString("").equals("DISPUTED"));
        disputed = shop.now(fan, tip);
    }

    @Test
    void nobodyGivesItBackASecondTime() {
        for (ProgramClient asking :
                List.of(creator.client(), first, FANZ.users().administrator().client())) {
            assertThat(refund(asking).text("detail")).contains("disputed", "a second time", "by hand");
        }
        assertThat(disputed.text("state")).isEqualTo("SETTLED");
    }

    @Test
    void financeReadsWhatToDoInsteadOfTheRefundsForm() {
        HttpAnswer page = first.get("dash", path()).expect(200);
        assertThat(page.body())
                .contains("<strong>Disputed.</strong>", "20.80 USD", "5.20 USD", "to provider clearing")
                .contains("moved nothing in the books")
                .doesNotContain(path() + "/refund");
        assertThat(creator.client().get("tube", "/checkout/" + id()).expect(200).body())
                .contains("takes the money back itself")
                .doesNotContain("/refund");
    }

    @Test
    void theAlertLeadsToThePaymentAndSaysWhatToDo() {
        ProgramClient administrator = FANZ.users().administrator().client();
        HttpAnswer alerts = await().until(
                        () -> administrator.api("GET", "/api/v1/security/alerts?limit=100"),
                        all -> all.body().contains(id()));
        String alert = alerts.json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("description").asString().contains(id()))
                .filter(each -> each.path("title").asString().equals("Payment Disputed"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(administrator
                        .get("dash", "/security/alerts/" + alert)
                        .expect(200)
                        .body())
                .contains("href=\"" + path(), "Do not pay it back", "to provider clearing");
    }

    @Test
    void theListOfPaymentsShowsItAndIsFilteredByIt() {
        String list = "/finance/payments";
        assertThat(first.get("dash", list + "?takenBack=disputed&state=settled")
                        .expect(200)
                        .body())
                .contains(path(), ">Disputed</span>");
        assertThat(first.get("dash", list + "?takenBack=paid_back").expect(200).body())
                .doesNotContain(path());
        first.get("dash", list + "?takenBack=lost").expect(422);
    }

    @Test
    void whatWasTakenIsBookedByHandByTwoPeopleAndTheRefundStaysRefused() {
        Map<String, Object> chargeback = Map.of(
                "id",
                UUID.randomUUID(),
                "kind",
                "POST",
                "legs",
                List.of(
                        leg(account(creator.id(), "CREATOR_EARNINGS"), "2080"),
                        leg(account("platform", "PLATFORM_FEES"), "520")),
                "reason",
                "Chargeback of " + id());
        first.api("POST", "/api/v1/ledger/transactions", chargeback).expect(202);
        String posting = "/api/v1/ledger/hand-postings/" + chargeback.get("id");
        assertThat(second.api("POST", posting + "/approval").expect(200).text("state"))
                .isEqualTo("RECORDED");
        refund(first);
        JsonNode wallet = creator.client().api("GET", "/api/v1/wallet").json();
        assertThat(wallet.path("earnings").path("amount").asString()).isEqualTo("0");
    }

    private static HttpAnswer refund(ProgramClient asking) {
        return asking.api("POST", "/api/v1/payments/" + id() + "/refund").expectProblem(409, "payment-taken-back");
    }

    private static Map<String, Object> leg(long from, String units) {
        long clearing = account("provider:sandbox", "PROVIDER_CLEARING");
        return Map.of("debit", from, "credit", clearing, "amount", TestShop.usd(units), "code", 1);
    }

    private static long account(String owner, String code) {
        return first.api("GET", "/api/v1/ledger/accounts?owner=" + owner)
                .expect(200)
                .json()
                .valueStream()
                .filter(account -> account.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private static String id() {
        return disputed.text("id");
    }

    private static String path() {
        return "/finance/payments/" + id();
    }
}
