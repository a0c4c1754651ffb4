package network.fanz.finance.payments.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fan asks for their money back: the creator answers first, then finance staff, and the money goes back once or not at all. It moves times. */
@Tag("database")
class RefundRequestsTest {
    private static final RunningFanz FANZ = RunningFanz.start();
    private static final String WHY = "I meant to tip somebody else.";

    private static SignedInUser creator;
    private static SignedInUser finance;

    private final TestShop shop = new TestShop(FANZ);
    private final RefundRequestSteps steps = FANZ.bean(RefundRequestSteps.class);
    private final SignedInUser fan = FANZ.users().fan();

    @BeforeAll
    static void open() {
        creator = FANZ.users().creator();
        finance = FANZ.users().staff(Role.FINANCE);
    }

    @AfterAll
    static void close() {
        FANZ.close();
    }

    @Test
    void theCreatorReadsItFirstAndGivesTheMoneyBack() {
        String payment = asked();
        assertThat(creator.client()
                        .get("tube", "/wallet?part=EARNINGS")
                        .expect(200)
                        .body())
                .contains("Asked back from you", "/checkout/" + payment);
        assertThat(creator.client().get("tube", "/checkout/" + payment).body()).contains(WHY, "Say why not");
        creator.client().api("POST", "/api/v1/payments/" + payment + "/refund").expect(200);
        FANZ.settle();
        assertThat(state(payment)).isEqualTo("GIVEN_BACK");
        assertThat(fan.client().get("tube", "/checkout/" + payment).body())
                .contains("You have asked for it back", "The money has gone back to your card.");
    }

    @Test
    void whatTheCreatorDeclinesFinanceDecidesAndTheFanReadsBothAnswers() {
        String payment = asked();
        decline(finance, payment, "Too early.").expectProblem(409, "refund-request-decided");
        decline(creator, payment, "It was used up.").expect(200);
        decline(creator, payment, "It was used up.").expect(200);
        decline(creator, payment, "Said again.").expectProblem(409, "refund-request-decided");
        assertThat(finance.client()
                        .get("dash", "/finance/refund-requests")
                        .expect(200)
                        .body())
                .contains("/finance/payments/" + payment);
        decline(finance, payment, "The terms say so.").expect(200);
        decline(finance, payment, "The terms  say so.").expect(200);
        decline(finance, payment, "Another tab.").expectProblem(409, "refund-request-decided");
        assertThat(state(payment)).isEqualTo("DECLINED");
        assertThat(fan.client().get("tube", "/checkout/" + payment).body())
                .contains("have declined it", "It was used up.", "The terms say so.")
                .doesNotContain("Said again.", "Withdraw the request");
    }

    @Test
    void whatNobodyAnswersGoesOnToFinanceByItselfAndOnce() {
        String late = asked();
        String early = asked();
        owner().sql(
                        "update payments.refund_request set moved_at = moved_at - interval '73 hours' where payment = ?::uuid")
                .param(late)
                .update();
        FANZ.run("payments.refund-requests");
        FANZ.run("payments.refund-requests");
        assertThat(state(late)).isEqualTo("WITH_FINANCE");
        assertThat(state(early)).isEqualTo("WITH_CREATOR");
        assertThat(moved(late, "with_finance")).isEqualTo(1);
    }

    @Test
    void aRequestMadeUnderAClockThatWasAheadWaitsForNobody() {
        String payment = asked();
        owner().sql(
                        "update payments.refund_request set moved_at = moved_at + interval '20 days' where payment = ?::uuid")
                .param(payment)
                .update();
        FANZ.run("payments.refund-requests");
        assertThat(state(payment)).isEqualTo("WITH_FINANCE");
    }

    @Test
    void whatACreatorCannotAnswerAnyMoreIsFinancesAtOnce() {
        for (String state : List.of("SUSPENDED", "CLOSED")) {
            SignedInUser leaving = FANZ.users().creator();
            HttpAnswer tip = shop.tip(fan, leaving, "700").expect(201);
            shop.card(tip, TestShop.PAYS);
            await().until(() -> shop.now(fan, tip).text("state").equals("SETTLED"));
            owner().sql("""
                            update identity.account set state = :state,
                              email_lookup = case when :state = 'CLOSED' then null else email_lookup end
                             where id = cast(:id as uuid)""").param("state", state).param("id", leaving.id()).update();
            HttpAnswer request = ask(tip.text("id"), WHY).expect(200);
            assertThat(request.text("state")).isEqualTo("WITH_FINANCE");
            decline(finance, tip.text("id"), "The terms say so.").expect(200);
        }
    }

    @Test
    void aRefundThatFailsAgainDoesNotBeginFinancesTimeAnew() {
        String payment = asked();
        decline(creator, payment, "It was used up.").expect(200);
        owner().sql("""
                        update payments.refund_request set moved_at = moved_at - interval '1 day',
                          with_finance_since = with_finance_since - interval '1 day' where payment = ?::uuid""").param(payment).update();
        String due = request(payment).text("dueAt");
        UUID id = UUID.fromString(payment);
        AccountId buyer = AccountId.of(fan.id());
        Money price = Money.of(Asset.USD, 700);
        steps.refundBegan(new RefundRequested(id, buyer, price, Instant.now()));
        assertThat(state(payment)).isEqualTo("GIVING_BACK");
        steps.refundRefused(
                new RefundRefused(id, buyer, AccountId.of(creator.id()), "not_covered", price, "tube", Instant.now()));
        assertThat(request(payment).text("state")).isEqualTo("WITH_FINANCE");
        assertThat(request(payment).text("dueAt")).isEqualTo(due);
    }

    @Test
    void aDisputeEndsTheRequestAndARefundDecidesWhereTheMoneyIs() {
        String payment = asked();
        steps.takenBack(disputed(payment));
        assertThat(state(payment)).isEqualTo("TAKEN_BACK");
        decline(creator, payment, "No.").expectProblem(409, "refund-request-decided");
        String given = asked();
        creator.client().api("POST", "/api/v1/payments/" + given + "/refund").expect(200);
        FANZ.settle();
        steps.takenBack(disputed(given));
        assertThat(state(given)).isEqualTo("GIVEN_BACK");
    }

    @Test
    void whatTheBankRefusesForGoodHasEnded() {
        String payment = paid(TestShop.NO_REFUND);
        ask(payment, WHY).expect(200);
        creator.client().api("POST", "/api/v1/payments/" + payment + "/refund").expect(200);
        FANZ.settle();
        assertThat(state(payment)).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void aPaymentHasOneRequestWithTheWordsThatWereWrittenFirst() {
        String payment = asked();
        ask(payment, "Something else.").expectProblem(409, "refund-not-askable");
        assertThat(ask(payment, WHY).expect(200).text("reason")).isEqualTo(WHY);
        withdraw(payment).expect(200);
        withdraw(payment).expect(200);
        ask(payment, WHY).expectProblem(409, "refund-not-askable");
        assertThat(state(payment)).isEqualTo("WITHDRAWN");
        assertThat(moved(payment, "withdrawn")).isEqualTo(1);
    }

    @Test
    void onlyTheBuyerOfAPaidPaymentAsksInTimeAndInWords() {
        String payment = paid(TestShop.PAYS);
        ask(payment, " \n ").expect(422);
        ask(payment, "x".repeat(501)).expect(422);
        ask(payment, "My card is 4242 4242 4242 4242").expect(422);
        SignedInUser other = FANZ.users().fan();
        other.client().api("POST", path(payment), Map.of("reason", WHY)).expect(404);
        creator.client().api("POST", path(payment), Map.of("reason", WHY)).expect(404);
        String unpaid = shop.tip(fan, creator, "700").expect(201).text("id");
        ask(unpaid, WHY).expectProblem(409, "refund-not-askable");
        paidEarlier(payment, 31);
        ask(payment, WHY).expectProblem(409, "refund-not-askable");
        assertThat(fan.client().get("tube", "/checkout/" + payment).body()).doesNotContain("Ask for your money back");
        paidEarlier(payment, -31);
        assertThat(fan.client().get("tube", "/checkout/" + payment).body()).contains("Ask for your money back");
    }

    private static void paidEarlier(String payment, int days) {
        owner().sql("update payments.payment set posted_at = posted_at - ? * interval '1 day' where id = ?::uuid")
                .params(days, payment)
                .update();
    }

    @Test
    void aFormWithoutScriptAsksAndSaysWhatIsMissingBesideItsField() {
        String payment = paid(TestShop.PAYS);
        HttpAnswer page = fan.client().get("tube", "/checkout/" + payment).expect(200);
        String action = "/checkout/" + payment + "/refund-request";
        HttpAnswer empty = fan.client().submitForm(page, action, Map.of("reason", " "));
        assertThat(empty.body()).contains("id=\"reason-error\"", "<details open");
        HttpAnswer done = fan.client().submitForm(page, action, Map.of("reason", "<b>two\nlines</b>"));
        assertThat(done.body())
                .contains("two lines", "looks at it first, until")
                .doesNotContain("<b>two");
    }

    @Test
    void anOlderTabSaysThatTheRequestWasWithdrawn() {
        String payment = paid(TestShop.PAYS);
        String action = "/checkout/" + payment + "/refund-request";
        HttpAnswer tab = fan.client().get("tube", "/checkout/" + payment).expect(200);
        ask(payment, WHY).expect(200);
        withdraw(payment).expect(200);
        assertThat(fan.client()
                        .submitForm(tab, action, Map.of("reason", "Another reason."))
                        .expect(409)
                        .body())
                .contains("You have withdrawn your request")
                .doesNotContain("on its way");
    }

    @Test
    void howeverManyDecideAtOnceTheMoneyGoesBackOnceAndTheRequestSaysSo() {
        List<String> payments = IntStream.range(0, 4).mapToObj(each -> asked()).toList();
        assertThat(atOnce(payments.stream().flatMap(this::decisions))).allMatch(status -> status < 500);
        FANZ.settle();
        assertThat(payments).allSatisfy(payment -> {
            assertThat(refundsAtTheProvider(payment)).isEqualTo(1);
            assertThat(state(payment)).isEqualTo("GIVEN_BACK");
            assertThat(moved(payment, "given_back")).isEqualTo(1);
        });
    }

    @Test
    void whoAsksWhileTheMoneyGoesBackIsRefusedOrToldThatItHasGone() {
        List<String> payments =
                IntStream.range(0, 4).mapToObj(each -> paid(TestShop.PAYS)).toList();
        atOnce(payments.stream()
                .flatMap(payment -> Stream.<Callable<HttpAnswer>>of(
                        () -> another(fan).api("POST", path(payment), Map.of("reason", WHY)),
                        () -> another(creator).api("POST", "/api/v1/payments/" + payment + "/refund"))));
        FANZ.settle();
        assertThat(payments).allSatisfy(payment -> {
            HttpAnswer request = fan.client().api("GET", path(payment));
            assertThat(request.status() == 404 ? "none" : request.text("state")).isIn("none", "GIVEN_BACK");
        });
    }

    /** What each was answered. */
    private static List<Integer> atOnce(Stream<Callable<HttpAnswer>> calls) {
        List<Future<HttpAnswer>> answers;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = calls.map(pool::submit).toList();
        }
        return answers.stream().map(answer -> answer.resultNow().status()).toList();
    }

    /** Each by a client of their own, for one client is one user at a time. */
    private Stream<Callable<HttpAnswer>> decisions(String payment) {
        String refund = "/api/v1/payments/" + payment + "/refund";
        Map<String, String> no = Map.of("answer", "No.");
        return Stream.of(
                () -> another(creator).api("POST", refund),
                () -> another(creator).api("POST", path(payment) + "/decline", no),
                () -> another(finance).api("POST", refund),
                () -> another(finance).api("POST", path(payment) + "/decline", no),
                () -> another(fan).api("POST", path(payment) + "/withdrawal"),
                () -> another(creator).api("POST", refund));
    }

    private static ProgramClient another(SignedInUser somebody) {
        return FANZ.client().withToken(somebody.client().token());
    }

    private static int refundsAtTheProvider(String payment) {
        return owner().sql("""
                        select count(*) from payments.sandbox_refund r join payments.sandbox_checkout c using (session)
                         where c.reference = ?::uuid and r.outcome = 'REFUNDED'""").param(payment).query(Integer.class).single();
    }

    private static int moved(String payment, String state) {
        return owner().sql("""
                        select count(*) from events.event
                         where type = 'refund_request_moved' and key = ? and payload ->> 'state' = ?""").params(payment, state).query(Integer.class).single();
    }

    private static ProviderMessageUnexpected disputed(String payment) {
        return new ProviderMessageUnexpected(
                "sandbox",
                "m-" + payment,
                UUID.fromString(payment),
                "dispute",
                Money.of(Asset.USD, 700),
                "settled",
                "disputed",
                Instant.now());
    }

    private String asked() {
        String payment = paid(TestShop.PAYS);
        assertThat(ask(payment, WHY).expect(200).text("state")).isEqualTo("WITH_CREATOR");
        return payment;
    }

    private String paid(String card) {
        HttpAnswer tip = shop.tip(fan, creator, "700").expect(201);
        shop.card(tip, card);
        await().until(() -> shop.now(fan, tip).text("state").equals("SETTLED"));
        return tip.text("id");
    }

    private HttpAnswer ask(String payment, String reason) {
        return fan.client().api("POST", path(payment), Map.of("reason", reason));
    }

    private HttpAnswer withdraw(String payment) {
        return fan.client().api("POST", path(payment) + "/withdrawal");
    }

    private static HttpAnswer decline(SignedInUser by, String payment, String answer) {
        return by.client().api("POST", path(payment) + "/decline", Map.of("answer", answer));
    }

    private HttpAnswer request(String payment) {
        return fan.client().api("GET", path(payment)).expect(200);
    }

    private String state(String payment) {
        return request(payment).text("state");
    }

    private static String path(String payment) {
        return "/api/v1/payments/" + payment + "/refund-request";
    }

    private static JdbcClient owner() {
        return JdbcClient.create(FANZ.database().asOwner());
    }
}
