package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.Payments;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payment on its way, without script: what its page waits for, how it goes on, and how it is ended. */
@Tag("database")
class CheckoutPagesTest {
    private static final Pattern BACK = Pattern.compile("href=\"(/checkout/[0-9a-f-]{36})\\?back\"");

    private static RunningFanz program;
    private static SignedInUser creator;
    private static SignedInUser fan;
    private static ProgramClient browser;

    @BeforeAll
    static void open() {
        program = RunningFanz.shared();
        creator = program.users().creator();
        fan = program.users().fan();
        browser = fan.client();
    }

    @Test
    void aSlowCardIsSaidToBePaidWithoutAnyClick() {
        for (String slow : List.of(TestShop.SLOW_CAPTURE, TestShop.LATE_MESSAGE)) {
            HttpAnswer card = tip("3.10");
            HttpAnswer checkout = browser.submitForm(card, card.path(), Map.of("number", slow));
            assertThat(checkout.body()).doesNotContain("One step is left");
            assertThat(refreshed(checkout).body()).contains("Paid.");
        }
    }

    @Test
    void aPageThatWaitsForACardLooksAgainUntilItIsToldToStop() {
        String path = checkoutOf(tip("3.20"));
        HttpAnswer page = browser.get("tube", path).expect(200);
        assertThat(page.body()).contains("One step is left: your card.", "looks again by itself", "Stop looking");
        assertThat(page.header("Refresh")).isEqualTo("15; url=" + path + "?look=1");
        HttpAnswer stopped = browser.get("tube", path + "?look=50").expect(200);
        assertThat(stopped.header("Refresh")).isNull();
        assertThat(stopped.body()).contains("no longer looks again by itself", "Look again");
        assertThat(browser.get("tube", path + "?back").body()).contains("has not told us of a card yet");
    }

    @Test
    void aPaymentThatWaitsForACardIsCancelledOnce() {
        HttpAnswer card = tip("3.30");
        String path = checkoutOf(card);
        HttpAnswer page = browser.get("tube", path).expect(200);
        for (int time = 0; time < 2; time++) {
            HttpAnswer ended = browser.submitForm(page, path + "/cancellation", Map.of());
            assertThat(ended.expect(200).body())
                    .contains("Not paid.", "Nothing was taken")
                    .doesNotContain("Declined");
        }
        assertThat(browser.get("tube", card.path()).body()).contains("no longer open");
        assertThat(browser.get("tube", "/wallet?part=PURCHASES").body()).contains("Not finished");
    }

    @Test
    void whatIsPaidMeanwhileIsNotCancelled() {
        HttpAnswer card = tip("3.40");
        String path = checkoutOf(card);
        HttpAnswer page = browser.get("tube", path).expect(200);
        refreshed(browser.submitForm(card, card.path(), Map.of("number", TestShop.PAYS)));
        HttpAnswer refused = browser.submitForm(page, path + "/cancellation", Map.of());
        assertThat(refused.expect(409).body()).contains("role=\"alert\"", "only while it waits for your card", "Paid.");
    }

    @Test
    void nobodyButItsBuyerCancelsAPayment() {
        UUID payment = UUID.fromString(checkoutOf(tip("3.50")).substring("/checkout/".length()));
        Payments payments = program.bean(Payments.class);
        assertThatThrownBy(() -> payments.cancel(payment, caller(creator))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> payments.cancel(payment, caller(program.users().fan())))
                .isInstanceOf(NotFound.class);
        assertThat(payments.payment(payment, caller(fan)).state()).isEqualTo(PaymentState.AUTHORISING);
    }

    @Test
    void aSavedCardIsChargedOnceAndOnlyAfterItsOwnerHasSeenHowMuchAndWhatFor() {
        SignedInUser saver = program.users().fan();
        String card = savedCard(saver);
        String path = "/creators/" + creator.id();
        HttpAnswer page = saver.client().get("tube", path).expect(200);
        assertThat(page.body()).contains("From 1.00 USD to 5,000.00 USD", "You are asked once more");
        HttpAnswer asked = saver.client().submitForm(page, path + "/tips", Map.of("amount", "4,50", "method", card));
        assertThat(asked.expect(200).body())
                .contains("Nothing has been charged yet", "Tip for ", "4.50 USD", "Visa ending 4242");
        assertThat(payments(saver)).hasSize(1);
        for (int time = 0; time < 2; time++) {
            HttpAnswer paid = saver.client().submitForm(asked, path + "/tips", Map.of());
            assertThat(paid.path()).startsWith("/checkout/");
        }
        assertThat(payments(saver)).hasSize(2);
    }

    @Test
    void theLastLookHasAnAddressOfItsOwnThatTellsNothingAndChargesOnce() {
        SignedInUser saver = program.users().fan();
        String card = savedCard(saver);
        String path = "/creators/" + creator.id();
        HttpAnswer page = saver.client().get("tube", path).expect(200);
        Map<String, String> typed = Map.of("amount", "4,44", "message", "Keep me", "method", card);
        HttpAnswer asked = saver.client().submitForm(page, path + "/tips", typed);
        assertThat(asked.path()).matches(path + "/confirmation\\?of=[0-9a-f-]{36}");
        HttpAnswer again = saver.client().get("tube", asked.path()).expect(200);
        assertThat(again.body()).contains("4.44 USD", "Keep me");
        assertThat(saver.client()
                        .get("tube", asked.path().replace("/confirmation?of=", "?chosen="))
                        .expect(200)
                        .body())
                .contains("value=\"4.44\"", "Keep me");
        assertThat(fan.client().get("tube", asked.path()).body()).doesNotContain("Keep me");
        saver.client().submitForm(asked, path + "/tips", Map.of());
        saver.client().submitForm(again, path + "/tips", Map.of());
        assertThat(payments(saver)).hasSize(2);
        assertThat(saver.client().get("tube", asked.path()).expect(200).body())
                .contains("You have said yes already", "/checkout/");
    }

    @Test
    void aPassForASavedCardIsAskedForOnceMoreToo() {
        SignedInUser saver = program.users().fan();
        String card = savedCard(saver);
        SignedInUser seller = program.users().creator();
        new TestShop(program).offerPass(seller, "700").expect(201);
        String path = "/creators/" + seller.id();
        HttpAnswer page = saver.client().get("tube", path).expect(200);
        HttpAnswer asked = saver.client().submitForm(page, path + "/pass", Map.of("method", card));
        assertThat(asked.expect(200).body()).contains("Supporter pass for ", "7.00 USD", "nothing renews by itself");
        assertThat(saver.client().submitForm(asked, path + "/pass", Map.of()).path())
                .startsWith("/checkout/");
    }

    @Test
    void whatIsWrongIsSaidBeforeASavedCardIsAskedFor() {
        SignedInUser saver = program.users().fan();
        String card = savedCard(saver);
        String path = "/creators/" + creator.id();
        HttpAnswer page = saver.client().get("tube", path).expect(200);
        for (String wrong : List.of("1,000", "0,50", "9999")) {
            HttpAnswer refused =
                    saver.client().submitForm(page, path + "/tips", Map.of("amount", wrong, "method", card));
            assertThat(refused.expect(422).body()).contains("id=\"amount-error\"", "value=\"" + wrong + "\"");
            page = saver.client().get("tube", path).expect(200);
        }
    }

    @Test
    void theFileOfPaymentsHasOneRowEachAndTheMonthsTotal() {
        SignedInUser payer = program.users().fan();
        TestShop shop = new TestShop(program);
        shop.paidTip(payer, creator, "250");
        String back = shop.paidTip(payer, creator, "300").text("id");
        creator.client().api("POST", "/api/v1/payments/" + back + "/refund").expect(200);
        shop.tip(payer, creator, "400").expect(201);
        List<String> rows = payer.client()
                .get("tube", "/wallet/payments.csv")
                .expect(200)
                .body()
                .lines()
                .toList();
        assertThat(rows.getFirst()).endsWith("row,payment,begun,what,state,asset,price,paid,given back");
        assertThat(rows.subList(1, 4))
                .allMatch(row -> row.startsWith("payment,"))
                .anyMatch(row -> row.contains(",Paid,USD,2.50,2.50,"))
                .anyMatch(row -> row.matches(".*,Given back,USD,3.00,0.00,2.*Z"))
                .anyMatch(row -> row.endsWith(",Waits for the card,USD,4.00,0.00,"));
        assertThat(rows.get(4)).startsWith("total,").endsWith(",USD,,2.50,");
        assertThat(payer.client()
                        .get("tube", "/wallet/payments.csv?month=2026-01")
                        .body()
                        .lines())
                .hasSize(1);
    }

    /** The id of a card that this fan has paid with and kept. */
    private static String savedCard(SignedInUser saver) {
        TestShop shop = new TestShop(program);
        HttpAnswer payment = shop.tip(saver, creator, "200").expect(201);
        shop.card(payment, TestShop.PAYS, true);
        shop.settled(saver, payment);
        return saver.client()
                .api("GET", "/api/v1/payment-methods")
                .json()
                .get(0)
                .path("id")
                .asString();
    }

    private static JsonNode payments(SignedInUser buyer) {
        return buyer.client().api("GET", "/api/v1/payments").json().path("items");
    }

    /** As a browser does it, until the page no longer looks again. */
    private static HttpAnswer refreshed(HttpAnswer page) {
        return await().until(() -> browser.get("tube", page.path()), now -> now.header("Refresh") == null);
    }

    private static HttpAnswer tip(String amount) {
        String path = "/creators/" + creator.id();
        HttpAnswer page = browser.get("tube", path).expect(200);
        return browser.submitForm(page, path + "/tips", Map.of("amount", amount, "method", ""));
    }

    /** @param card the vendor's page */
    private static String checkoutOf(HttpAnswer card) {
        Matcher back = BACK.matcher(card.body());
        assertThat(back.find()).isTrue();
        return back.group(1);
    }

    private static Caller caller(SignedInUser user) {
        return new Caller(
                new AccountId(UUID.fromString(user.id())), Set.of(Role.FAN), true, new Origin("a", "b", null, "tube"));
    }
}
