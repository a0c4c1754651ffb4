package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finance looks through payments and gives one back. */
@Tag("database")
class PaymentPagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final TestShop SHOP = new TestShop(FANZ);
    private static final String SEARCH = "/finance/payments/search";
    private static final String ID = "019ab000-0000-7000-8000-000000000000";
    private static ProgramClient finance;
    private static SignedInUser fan;
    private static SignedInUser creator;

    @BeforeAll
    static void hireStaff() {
        finance = FANZ.users().staff(Role.FINANCE).client();
        fan = FANZ.users().fan();
        creator = FANZ.users().creator();
    }

    @Test
    void findsAPaymentByItsStateAndGivesItBack() {
        String id = SHOP.paidTip(fan, creator, "1234").text("id");
        String path = "/finance/payments/" + id;
        assertThat(finance.get("dash", "/finance/payments?state=settled")
                        .expect(200)
                        .body())
                .contains(path, "12.34");
        HttpAnswer page = finance.get("dash", path).expect(200);
        assertThat(page.body()).contains("12.34 USD", "referenceId=" + id);
        HttpAnswer given = finance.submitForm(page, path + "/refund", Map.of()).expect(200);
        assertThat(given.body()).contains("Given back in full.").doesNotContain(path + "/refund");
        assertThat(finance.get("dash", "/finance/payments?state=refunded").body())
                .contains(path);
        assertThat(finance.get("dash", "/finance/payments?state=settled").body())
                .doesNotContain(path);
    }

    @Test
    void whoeverPaidItThemselvesIsOfferedNoRefund() {
        SignedInUser buyer = FANZ.users().staff(Role.FINANCE);
        String path = "/finance/payments/" + SHOP.paidTip(buyer, creator, "900").text("id");
        assertThat(buyer.client().get("dash", path).expect(200).body())
                .contains("You have paid this yourself")
                .doesNotContain(path + "/refund");
        assertThat(finance.get("dash", path).body()).contains(path + "/refund");
    }

    @Test
    void aPostingLeadsToThePaymentThatItStandsFor() {
        String id = SHOP.paidTip(fan, creator, "1100").text("id");
        String seq = finance.api("GET", "/api/v1/ledger/journal?referenceId=" + id)
                .json()
                .path("items")
                .path(0)
                .path("seq")
                .asString();
        assertThat(finance.get("dash", "/finance/journal/" + seq).expect(200).body())
                .contains("/finance/payments/" + id);
    }

    @Test
    void showsWhatWasDeclinedWithTheReason() {
        HttpAnswer tip = SHOP.tip(fan, creator, "700").expect(201);
        SHOP.card(tip, TestShop.NO_FUNDS);
        SHOP.settled(fan, tip);
        assertThat(finance.get("dash", "/finance/payments/" + tip.text("id"))
                        .expect(200)
                        .body())
                .contains("Insufficient funds.", "not enough in the account");
    }

    @Test
    void findsPaymentsByPersonDayPriceAndReference() {
        SignedInUser zoe = FANZ.users().fan("Zoë Quartz", FANZ.client());
        String id = SHOP.paidTip(zoe, creator, "1337").text("id");
        FANZ.run("identity.name-lookups");
        HttpAnswer list = finance.get("dash", "/finance/payments?state=settled").expect(200);
        HttpAnswer found = finance.submitForm(list, SEARCH, Map.of("who", "ZOË  quartz", "amount", "13.37"));
        assertThat(found.expect(200).path()).contains("person=" + zoe.id(), "amount=13.37", "state=settled");
        assertThat(found.body())
                .contains("Payments of ", "Zoë Quartz", id, "13.37 USD")
                .contains("Everybody’s");
        String reference = FANZ.bean(JdbcClient.class)
                .sql("select session from payments.payment where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        for (String query : List.of(
                "reference=" + reference,
                "reference=" + id,
                "reference=" + id.substring(28),
                "reference=%E2%80%A6" + id.substring(28),
                "card=4242&person=" + zoe.id(),
                "amount=13,37&from=2026-01-01&to=" + today + "&person=" + zoe.id())) {
            assertThat(finance.get("dash", "/finance/payments?" + query)
                            .expect(200)
                            .body())
                    .contains("/finance/payments/" + id);
        }
        assertThat(finance.get("dash", "/finance/payments?card=0002&person=" + zoe.id())
                        .body())
                .contains("Nothing matches all of the filter.");
        assertThat(finance.get("dash", "/finance/payments?to=2020-01-01&person=" + zoe.id())
                        .body())
                .contains("Nothing matches all of the filter.");
        assertThat(finance.get("dash", "/finance/payments/" + id).body()).contains(reference);
    }

    @Test
    void saysAllThatIsWrongWithAFilterAndKeepsItAsTyped() {
        assertThat(finance.get("dash", "/finance/payments?amount=much&from=yesterday&state=lost&card=42")
                        .expect(422)
                        .body())
                .contains(
                        "id=\"amount-error\"",
                        "id=\"from-error\"",
                        "id=\"state-error\"",
                        "id=\"card-error\"",
                        "value=\"much\"",
                        "No rows are shown");
        finance.get("dash", "/finance/payments?to=%2B999999999-12-31").expect(422);
        HttpAnswer list = finance.get("dash", "/finance/payments").expect(200);
        assertThat(finance.submitForm(list, SEARCH, Map.of("who", fan.email(), "amount", "7"))
                        .expect(422)
                        .body())
                .contains("id=\"who-error\"", "for administrators", "value=\"7\"");
        assertThat(finance.submitForm(list, SEARCH, Map.of("who", "Nobody of this name"))
                        .expect(422)
                        .body())
                .contains("Nobody has this id");
    }

    @Test
    void anAbandonedPaymentIsNotAmongTheDeclined() {
        String id = SHOP.tip(fan, creator, "730").expect(201).text("id");
        HttpAnswer page = fan.client().get("tube", "/checkout/" + id).expect(200);
        fan.client()
                .submitForm(page, "/checkout/" + id + "/cancellation", Map.of())
                .expect(200);
        String of = "/finance/payments?person=" + fan.id() + "&state=";
        assertThat(finance.get("dash", of + "abandoned").expect(200).body()).contains(id);
        assertThat(finance.get("dash", of + "declined").expect(200).body()).doesNotContain(id);
    }

    @Test
    void ofADeclinedPaymentSaysItsRiskAndThatNothingIsTaken() {
        SignedInUser spender = FANZ.users().fan();
        SHOP.paidTip(spender, creator, "500000");
        SHOP.paidTip(spender, creator, "500000");
        String id = SHOP.tip(spender, creator, "100").expect(201).text("id");
        assertThat(finance.get("dash", "/finance/payments/" + id).expect(200).body())
                .contains("Spending limit.", "1.00 USD, not taken", "It is no suspicion.", ": declined")
                .contains("Amount in an hour", "within an hour, this payment included")
                .doesNotContain("the statement", "Creator’s share", "Transfers in the ledger");
    }

    @Test
    void saysThatAPaymentWasAbandonedAndByWhomWhereNobodyHasSaidNo() {
        String id = SHOP.tip(fan, creator, "710").expect(201).text("id");
        String checkout = "/checkout/" + id;
        HttpAnswer page = fan.client().get("tube", checkout).expect(200);
        fan.client().submitForm(page, checkout + "/cancellation", Map.of()).expect(200);
        assertThat(finance.get("dash", "/finance/payments/" + id).expect(200).body())
                .contains("Abandoned", "Not finished", "The buyer cancelled it.", "the buyer</span>")
                .doesNotContain("Declined", "provider said no");
    }

    @Test
    void leadsToTheTransfersTheAlertsAndTheAuditEntriesOfAPayment() {
        HttpAnswer tip = SHOP.tip(fan, creator, "720").expect(201);
        SHOP.card(tip, TestShop.DISPUTED);
        Awaitility.await().until(() -> SHOP.now(fan, tip).body().contains("\"takenBack\":\"DISPUTED\""));
        FANZ.settle();
        String path = "/finance/payments/" + tip.text("id");
        assertThat(FANZ.users().administrator().client().get("dash", path).body())
                .contains("Payment Disputed</a>", "/security/alerts/", "Began a payment", ": let through")
                .containsPattern("Transfers in the ledger(?s:.)*/finance/journal/[0-9]+");
        assertThat(finance.get("dash", path).expect(200).body())
                .contains("Transfers in the ledger")
                .doesNotContain("/security/alerts/", "In the audit log");
    }

    @Test
    void showsARefundThatTheBankRefused() {
        HttpAnswer tip = SHOP.tip(fan, creator, "600").expect(201);
        SHOP.card(tip, TestShop.NO_REFUND);
        SHOP.settled(fan, tip);
        String path = "/finance/payments/" + tip.text("id");
        HttpAnswer page = finance.get("dash", path).expect(200);
        assertThat(finance.submitForm(page, path + "/refund", Map.of()).body())
                .contains("Asked for.", "Provider refused.", "Nothing went back");
    }

    @Test
    void aRefundThatFailedKeepsItsOwnReasonInTheStoryOfThePayment() {
        SignedInUser frozen = FANZ.users().creator();
        String path = "/finance/payments/" + SHOP.paidTip(fan, frozen, "600").text("id");
        String account = "/api/v1/ledger/accounts/" + earnings(frozen);
        finance.api("POST", account + "/freeze").expect(200);
        finance.submitForm(finance.get("dash", path), path + "/refund", Map.of());
        FANZ.settle();
        HttpAnswer failed = finance.get("dash", path);
        assertThat(failed.body()).contains("the creator’s account is frozen or closed");
        finance.api("POST", account + "/unfreeze").expect(200);
        assertThat(finance.submitForm(failed, path + "/refund", Map.of()).body())
                .contains("Refunding → Refunded", "the creator’s account is frozen or closed")
                .doesNotContain("no longer has the money");
    }

    private static String earnings(SignedInUser owner) {
        return finance.api("GET", "/api/v1/ledger/accounts?owner=" + owner.id())
                .json()
                .valueStream()
                .filter(account -> account.path("code").asString().equals("CREATOR_EARNINGS"))
                .map(account -> account.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pagesLeadOnFromAPlaceAndRefuseWhatIsNone() {
        String list = "/finance/payments";
        finance.get("dash", list + "?state=lost").expect(422);
        finance.get("dash", list + "?after=yesterday").expect(422);
        finance.get("dash", list + "?after=%2B300000-01-01T00:00:00Z_" + ID).expect(422);
        assertThat(finance.get("dash", list + "?after=2001-01-01T00:00:00Z_" + ID)
                        .expect(200)
                        .body())
                .contains("No such payment");
    }

    @Test
    void tellsWhatHappenedToAPaymentAndWhoMovedIt() {
        String path = "/finance/payments/" + SHOP.paidTip(fan, creator, "1300").text("id");
        HttpAnswer page = finance.get("dash", path).expect(200);
        assertThat(page.body())
                .contains("Begun → Created", "The buyer asked to pay.", "Posted → Settled", "payment_settled")
                .containsPattern("the provider’s message <span class=\"mono long\">evt_|the program’s job")
                .doesNotContain("refund_requested", "not recorded");
        assertThat(finance.submitForm(page, path + "/refund", Map.of()).body())
                .contains("Settled → Refunding", "refund_requested", "Refunding → Refunded", "payment_refunded");
    }

    @Test
    void leadsFromAChangeToTheAccountThatMadeItForThoseWhoSeeAccounts() {
        String path = "/finance/payments/" + SHOP.paidTip(fan, creator, "1400").text("id");
        String link = "/users/" + fan.id();
        assertThat(finance.get("dash", path).body()).doesNotContain(link);
        assertThat(FANZ.users().administrator().client().get("dash", path).body())
                .contains(link);
    }

    @Test
    void saysWhereTheMoverOfAnOldChangeIsNotRecorded() {
        String id = SHOP.paidTip(fan, creator, "1500").text("id");
        String path = "/finance/payments/" + id;
        FANZ.bean(JdbcClient.class).sql("""
                        insert into payments.transition (payment, version, from_state, to_state, cause, moved_at)
                        select ?, -number, null, 'CREATED', 'created', timestamptz '2026-01-01Z' from generate_series(0, 59) number""").param(UUID.fromString(id)).update();
        assertThat(finance.get("dash", path).expect(200).body()).contains("rel=\"next\"", "not recorded");
        assertThat(finance.get("dash", path + "?after=-40").expect(200).body())
                .contains("not recorded")
                .doesNotContain("rel=\"next\"");
        assertThat(finance.get("dash", path + "?after=-59").expect(200).body()).contains("No earlier change");
        finance.get("dash", path + "?after=yesterday").expect(422);
    }

    @Test
    void isForFinanceAlone() {
        fan.client().get("dash", "/finance/payments").expect(403);
        creator.client().get("dash", "/finance/payments").expect(403);
    }
}
