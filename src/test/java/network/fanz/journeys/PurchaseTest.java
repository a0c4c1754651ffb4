package network.fanz.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Identity;
import network.fanz.testing.PassingClock;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A fan pays a creator, over the API, the vendor's card page and its signed messages. */
@Tag("database")
class PurchaseTest {
    private static final Duration UNTIL_THE_BANK_ANSWERS = Duration.ofMinutes(10);
    private static final PassingClock CLOCK = new PassingClock();

    private static RunningFanz program;
    private static TestShop shop;
    private static SignedInUser creator;

    @BeforeAll
    static void open() {
        program = RunningFanz.at(
                CLOCK,
                "--fanz.sandbox.payments.resolves-after=" + UNTIL_THE_BANK_ANSWERS,
                "--fanz.sandbox.payments.message-delay=2s",
                "--fanz.payments.retry-delay=3s");
        shop = new TestShop(program);
        creator = program.users().creator();
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void tipsACreatorByCard() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "1250").expect(201);
        assertThat(payment.text("state")).isEqualTo("AUTHORISING");
        shop.card(payment, TestShop.PAYS);
        HttpAnswer settled = shop.settled(fan, payment);
        assertThat(settled.text("state")).isEqualTo("SETTLED");
        assertThat(settled.json().at("/fee/amount").asString()).isEqualTo("250");
        assertThat(settled.json().at("/share/amount").asString()).isEqualTo("1000");
        assertThat(settled.text("settledAt")).isNotEmpty();
    }

    @Test
    void booksPriceFeeAndShareInOnePosting() {
        SignedInUser another = program.users().creator();
        SignedInUser fan = program.users().fan();
        shop.paidTip(fan, another, "1001");
        assertThat(balance(another, AccountCode.CREATOR_EARNINGS)).isEqualTo("8.01");
        assertThat(balance(fan, AccountCode.FAN_PURCHASES)).isEqualTo("0.00");
    }

    @Test
    void buysAPassThatShowsInTheLibraryWithItsEnd() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        String pass = shop.offerPass(seller, "4500").expect(201).text("id");
        HttpAnswer payment = shop.buyPass(fan, pass).expect(201);
        shop.card(payment, TestShop.PAYS);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
        await().until(() -> library(fan).size() == 1);
        JsonNode owned = library(fan).get(0);
        assertThat(owned.path("active").asBoolean()).isTrue();
        Instant from = Instant.parse(owned.path("from").asString());
        assertThat(Instant.parse(owned.path("until").asString())).isEqualTo(from.plus(Duration.ofDays(30)));
    }

    @Test
    void asksBeforeAPassIsBoughtTwiceWhileTheBankIsSilent() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        String pass = shop.offerPass(seller, "999").expect(201).text("id");
        HttpAnswer first = shop.buyPass(fan, pass).expect(201);
        shop.card(first, TestShop.ANSWERS_YES_LATER);
        await().until(() -> shop.now(fan, first).text("state").equals("UNKNOWN"));
        assertThat(shop.buyPass(fan, pass)
                        .expectProblem(409, "first-unanswered")
                        .text("field"))
                .isEqualTo("again");
        HttpAnswer page = fan.client().get("tube", "/creators/" + seller.id()).expect(200);
        HttpAnswer asked = fan.client().submitForm(page, "/creators/" + seller.id() + "/pass", Map.of());
        assertThat(asked.body()).contains("has not answered your first payment", "I want this pass twice");
        fan.client()
                .api("POST", "/api/v1/payments", Map.of("kind", "pass", "pass", pass, "again", true))
                .expect(201);
    }

    @Test
    void asksAlsoWhereAPassIsBoughtSixTimesInOneMoment() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        String pass = shop.offerPass(seller, "999").expect(201).text("id");
        Map<String, String> body = Map.of("kind", "pass", "pass", pass, "method", silentCard(fan));
        List<Future<HttpAnswer>> answers;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 6)
                    .mapToObj(each -> program.client().withToken(fan.client().token()))
                    .map(client -> pool.submit(() -> client.api("POST", "/api/v1/payments", body)))
                    .toList();
        }
        assertThat(answers.stream().map(answer -> answer.resultNow().status()))
                .containsExactlyInAnyOrder(202, 409, 409, 409, 409, 409);
        fan.client().api("POST", "/api/v1/payments", body).expectProblem(409, "first-unanswered");
    }

    /** A saved card whose bank takes its time. */
    private static String silentCard(SignedInUser fan) {
        HttpAnswer first = shop.tip(fan, creator, "400").expect(201);
        shop.card(first, TestShop.ANSWERS_YES_LATER, true);
        await().until(() -> shop.now(fan, first).text("state").equals("UNKNOWN"));
        CLOCK.pass(UNTIL_THE_BANK_ANSWERS);
        shop.settled(fan, first);
        return fan.client()
                .api("GET", "/api/v1/payment-methods")
                .json()
                .get(0)
                .path("id")
                .asString();
    }

    @Test
    void nobodyOfFinanceGivesTheirOwnPurchaseBack() {
        for (SignedInUser buyer :
                List.of(program.users().staff(Role.FINANCE), program.users().administrator())) {
            String refund =
                    "/api/v1/payments/" + shop.paidTip(buyer, creator, "500").text("id") + "/refund";
            buyer.client().api("POST", refund).expectProblem(403, "forbidden");
            creator.client().api("POST", refund).expect(200);
        }
    }

    @Test
    void whyABankSaidNoAndWhereTheBuyerPaysIsNoBusinessOfTheCreators() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        assertThat(shop.now(creator, payment).json().path("nextUrl").isNull()).isTrue();
        assertThat(shop.now(fan, payment).text("nextUrl")).isNotEmpty();
        shop.card(payment, TestShop.NO_FUNDS);
        assertThat(shop.settled(fan, payment).text("explanation")).contains("not enough");
        JsonNode seen = shop.settled(creator, payment).json();
        assertThat(seen.path("state").asString()).isEqualTo("DECLINED");
        assertThat(seen.path("reason").isNull()).isTrue();
        assertThat(seen.path("explanation").isNull()).isTrue();
        assertThat(shop.now(program.users().staff(Role.FINANCE), payment).text("reason"))
                .isEqualTo("insufficient_funds");
    }

    @Test
    void thePaymentsOfAFanGoOnBehindAPage() {
        SignedInUser fan = program.users().fan();
        for (int tips = 0; tips < 3; tips++) {
            shop.tip(fan, creator, "500").expect(201);
        }
        HttpAnswer first = fan.client().api("GET", "/api/v1/payments?limit=2").expect(200);
        HttpAnswer second = fan.client()
                .api("GET", "/api/v1/payments?limit=2&after=" + first.text("next"))
                .expect(200);
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(fan.client()
                        .get("tube", "/wallet?part=PURCHASES&payments=" + first.text("next"))
                        .expect(200)
                        .body())
                .contains("Your payments");
    }

    @Test
    void aCheckoutThatWaitsTakesNothingOnceItsBuyerOrItsCreatorIsSuspended() {
        SignedInUser administrator = program.users().administrator();
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        SignedInUser another = program.users().fan();
        HttpAnswer waiting = shop.tip(fan, seller, "700").expect(201);
        HttpAnswer second = shop.tip(another, seller, "800").expect(201);
        suspend(administrator, another);
        shop.card(second, TestShop.PAYS);
        suspend(administrator, seller);
        shop.card(waiting, TestShop.PAYS);
        assertThat(shop.settled(fan, waiting).text("state")).isEqualTo("DECLINED");
        String unpaid = "/api/v1/payments/" + second.text("id");
        await().until(() -> administrator
                .client()
                .api("GET", unpaid)
                .expect(200)
                .text("state")
                .equals("DECLINED"));
    }

    private static void suspend(SignedInUser administrator, SignedInUser other) {
        administrator
                .client()
                .api("POST", "/api/v1/accounts/" + other.id() + "/suspension", Map.of("reason", "FRAUD"))
                .expect(204);
    }

    @Test
    void anAmountWithoutItsAssetIsRefusedAtItsField() {
        program.users()
                .fan()
                .client()
                .api(
                        "POST",
                        "/api/v1/payments",
                        Map.of("kind", "tip", "creator", creator.id(), "amount", Map.of("amount", "150")))
                .expectProblem(422, "invalid-field");
    }

    @Test
    void aRefundMirrorsThePostingAndTakesThePassBack() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        String pass = shop.offerPass(seller, "2000").expect(201).text("id");
        HttpAnswer payment = shop.buyPass(fan, pass).expect(201);
        shop.card(payment, TestShop.PAYS);
        shop.settled(fan, payment);
        await().until(() -> library(fan).size() == 1);
        String refund = "/api/v1/payments/" + payment.text("id") + "/refund";
        fan.client().api("POST", refund).expectProblem(403, "forbidden");
        seller.client().api("POST", refund).expect(200);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("REFUNDED");
        assertThat(balance(seller, AccountCode.CREATOR_EARNINGS)).isEqualTo("0.00");
        await().until(() -> library(fan).isEmpty());
        assertThat(seller.client().api("POST", refund).expect(200).text("state"))
                .isEqualTo("REFUNDED");
    }

    @Test
    void aRefundThatTheBankRefusesForGoodLeavesTheMoneyAndSaysWhy() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, seller, "1000").expect(201);
        shop.card(payment, TestShop.NO_REFUND);
        shop.settled(fan, payment);
        String refund = "/api/v1/payments/" + payment.text("id") + "/refund";
        HttpAnswer refused = seller.client().api("POST", refund).expect(200);
        assertThat(refused.text("state")).isEqualTo("REFUND_REFUSED");
        assertThat(refused.text("reason")).isEqualTo("provider_refused");
        assertThat(refused.text("explanation")).contains("Nothing went back");
        assertThat(balance(seller, AccountCode.CREATOR_EARNINGS)).isEqualTo("8.00");
        assertThat(balance(fan, AccountCode.FAN_PURCHASES)).isEqualTo("0.00");
        assertThat(told("refund_refused", payment)).isEqualTo(1);
        assertThat(told("payment_refunded", payment)).isZero();
        assertThat(seller.client().api("POST", refund).expect(200).text("state"))
                .isEqualTo("REFUND_REFUSED");
    }

    @Test
    void aRefundFromAFrozenAccountCanBeAskedForAgain() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.paidTip(fan, seller, "1000");
        Ledger ledger = program.bean(Ledger.class);
        ledger.freezeAccount(account(seller, AccountCode.CREATOR_EARNINGS).id());
        String refund = "/api/v1/payments/" + payment.text("id") + "/refund";
        HttpAnswer refused = seller.client().api("POST", refund).expect(200);
        assertThat(refused.text("state")).isEqualTo("SETTLED");
        assertThat(refused.text("reason")).isEqualTo("account_shut");
        ledger.unfreezeAccount(account(seller, AccountCode.CREATOR_EARNINGS).id());
        HttpAnswer given = seller.client().api("POST", refund).expect(200);
        assertThat(given.text("state")).isEqualTo("REFUNDED");
        assertThat(given.json().path("reason").isNull()).isTrue();
        assertThat(told("refund_refused", payment)).isEqualTo(1);
    }

    @Test
    void aRefundThatTheCreatorCannotCoverCanBeAskedForAgain() {
        SignedInUser seller = program.users().creator();
        HttpAnswer payment = shop.paidTip(program.users().fan(), seller, "1000");
        LedgerAccount earnings = account(seller, AccountCode.CREATOR_EARNINGS);
        Ledger ledger = program.bean(Ledger.class);
        LedgerAccountId elsewhere =
                ledger.createAccount(NewLedgerAccount.unbounded("elsewhere", AccountCode.PROVIDER_CLEARING, Asset.USD));
        Posting emptied = Posting.post(
                UUID.randomUUID(),
                List.of(new Leg(earnings.id(), elsewhere, earnings.available(), 1)),
                "test",
                "emptied",
                Instant.now());
        assertThat(ledger.recordTransaction(Keeper.PAYMENTS, emptied)).isInstanceOf(PostingOutcome.Accepted.class);
        String refund = "/api/v1/payments/" + payment.text("id") + "/refund";
        HttpAnswer refused = seller.client().api("POST", refund).expect(200);
        assertThat(refused.text("state")).isEqualTo("SETTLED");
        assertThat(refused.text("reason")).isEqualTo("not_covered");
        ledger.recordTransaction(
                Keeper.PAYMENTS,
                Posting.reversal(UUID.randomUUID(), emptied.id(), "test", "filled again", Instant.now()));
        assertThat(seller.client().api("POST", refund).expect(200).text("state"))
                .isEqualTo("REFUNDED");
    }

    @Test
    void saysInWordsWhyABankSaidNo() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        shop.card(payment, TestShop.NO_FUNDS);
        HttpAnswer declined = shop.settled(fan, payment);
        assertThat(declined.text("state")).isEqualTo("DECLINED");
        assertThat(declined.text("reason")).isEqualTo("insufficient_funds");
        assertThat(declined.text("explanation")).contains("not enough", "Nothing was taken");
    }

    @Test
    void keepsItsHoldUntilTheBankAnswersYes() {
        SignedInUser fan = program.users().fan();
        SignedInUser seller = program.users().creator();
        HttpAnswer payment = shop.tip(fan, seller, "700").expect(201);
        shop.card(payment, TestShop.ANSWERS_YES_LATER);
        await().until(() -> shop.now(fan, payment).text("state").equals("UNKNOWN"));
        assertThat(account(seller, AccountCode.CREATOR_EARNINGS).pendingCredits())
                .isEqualTo(560);
        CLOCK.pass(UNTIL_THE_BANK_ANSWERS);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
        assertThat(balance(seller, AccountCode.CREATOR_EARNINGS)).isEqualTo("5.60");
    }

    @Test
    void givesItsHoldBackWhenTheBankAnswersNo() {
        SignedInUser fan = program.users().fan();
        SignedInUser seller = program.users().creator();
        HttpAnswer payment = shop.tip(fan, seller, "700").expect(201);
        shop.card(payment, TestShop.ANSWERS_NO_LATER);
        await().until(() -> shop.now(fan, payment).text("state").equals("UNKNOWN"));
        CLOCK.pass(UNTIL_THE_BANK_ANSWERS);
        HttpAnswer declined = shop.settled(fan, payment);
        assertThat(declined.text("reason")).isEqualTo("card_refused");
        LedgerAccount earnings = account(seller, AccountCode.CREATOR_EARNINGS);
        assertThat(earnings.pendingCredits()).isZero();
        assertThat(earnings.balance().isZero()).isTrue();
    }

    @Test
    void takesMoneyOnceHoweverTheMessagesCome() {
        SignedInUser fan = program.users().fan();
        SignedInUser seller = program.users().creator();
        for (String card : List.of(TestShop.REPEATED_MESSAGES, TestShop.MIXED_MESSAGES, TestShop.LATE_MESSAGE)) {
            HttpAnswer payment = shop.tip(fan, seller, "1000").expect(201);
            shop.card(payment, card);
            await().until(() -> shop.now(fan, payment).text("state").equals("SETTLED"));
        }
        assertThat(balance(seller, AccountCode.CREATOR_EARNINGS)).isEqualTo("24.00");
    }

    @Test
    void declinesWhatIsTooMuchInAnHourAndSaysSo() {
        SignedInUser fan = program.users().fan();
        shop.paidTip(fan, creator, "500000");
        shop.paidTip(fan, creator, "500000");
        HttpAnswer third = shop.tip(fan, creator, "100").expect(201);
        assertThat(third.text("state")).isEqualTo("DECLINED");
        assertThat(third.text("reason")).isEqualTo("spending_limit");
        assertThat(third.json().path("nextUrl").isNull()).isTrue();
    }

    @Test
    void theSameKeyIsTheSamePayment() {
        SignedInUser fan = program.users().fan();
        String key = UUID.randomUUID().toString();
        HttpAnswer first = shop.tip(fan, creator, "300", key, null).expect(201);
        HttpAnswer second = shop.tip(fan, creator, "300", key, null).expect(201);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(shop.tip(fan, creator, "301", key, null).status()).isEqualTo(422);
        assertThat(fan.client().api("GET", "/api/v1/payments").json().path("items"))
                .hasSize(1);
    }

    @Test
    void theSameKeyIsTheSamePaymentAlsoWhenItsCreatorIsGone() {
        SignedInUser fan = program.users().fan();
        SignedInUser seller = program.users().creator();
        NewPayment asked = new NewPayment(
                account(fan),
                account(seller),
                PaymentKind.TIP,
                null,
                Money.of(Asset.USD, 300),
                null,
                new Origin("address", "agent", null, "tube"),
                "key");
        Payments payments = program.bean(Payments.class);
        Payment first = payments.processTransaction(asked);
        program.bean(Identity.class).close(account(program.users().administrator()), account(seller));
        assertThat(payments.processTransaction(asked).id()).isEqualTo(first.id());
    }

    @Test
    void chargesASavedCardWithoutAPage() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "400").expect(201);
        shop.card(payment, TestShop.PAYS, true);
        shop.settled(fan, payment);
        JsonNode saved = fan.client().api("GET", "/api/v1/payment-methods").json();
        assertThat(saved.get(0).path("last4").asString()).isEqualTo("4242");
        HttpAnswer again = shop.tip(
                fan,
                creator,
                "450",
                UUID.randomUUID().toString(),
                saved.get(0).path("id").asString());
        assertThat(again.status()).isEqualTo(202);
        assertThat(shop.settled(fan, again).text("state")).isEqualTo("SETTLED");
        fan.client()
                .api(
                        "DELETE",
                        "/api/v1/payment-methods/" + saved.get(0).path("id").asString())
                .expect(204);
        assertThat(fan.client().api("GET", "/api/v1/payment-methods").json().isEmpty())
                .isTrue();
    }

    @Test
    void refusesWhatNobodyMayPay() {
        SignedInUser fan = program.users().fan();
        shop.tip(fan, fan, "100").expectProblem(422, "own-payment");
        shop.tip(fan, program.users().fan(), "100").expectProblem(422, "seller-not-eligible");
        shop.tip(fan, creator, "99").expectProblem(422, "invalid-field");
        shop.tip(fan, creator, "500001").expectProblem(422, "invalid-field");
        shop.tip(
                        fan,
                        creator,
                        "100",
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString())
                .expectProblem(422, "invalid-field");
        Map<String, Object> euros =
                Map.of("kind", "tip", "creator", creator.id(), "amount", Map.of("asset", "EUR/2", "amount", "500"));
        fan.client().api("POST", "/api/v1/payments", euros).expectProblem(422, "invalid-field");
        Map<String, Object> fraction =
                Map.of("kind", "tip", "creator", creator.id(), "amount", Map.of("asset", "USD/2", "amount", 1250.99));
        fan.client().api("POST", "/api/v1/payments", fraction).expectProblem(422, "invalid-field");
    }

    @Test
    void showsAPaymentToNobodyElse() {
        HttpAnswer payment = shop.tip(program.users().fan(), creator, "100").expect(201);
        SignedInUser stranger = program.users().fan();
        stranger.client().api("GET", "/api/v1/payments/" + payment.text("id")).expectProblem(404, "not-found");
        shop.now(creator, payment);
    }

    @Test
    void refusesMessagesThatAreNotSigned() {
        HttpAnswer forged =
                program.client().send("POST", "api", "/webhooks/sandbox", "application/json", "{\"id\":\"evt_1\"}");
        forged.expectProblem(401, "webhook-refused");
    }

    private static JsonNode library(SignedInUser fan) {
        return fan.client().api("GET", "/api/v1/library").expect(200).json();
    }

    private static long told(String event, HttpAnswer payment) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from events.event where type = ? and key = ?")
                .params(event, payment.text("id"))
                .query(Long.class)
                .single();
    }

    private static AccountId account(SignedInUser user) {
        return new AccountId(UUID.fromString(user.id()));
    }

    private static String balance(SignedInUser user, AccountCode code) {
        return account(user, code).balance().decimal();
    }

    private static LedgerAccount account(SignedInUser user, AccountCode code) {
        return program.bean(Ledger.class).accountsOf(user.id()).stream()
                .filter(account -> account.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
