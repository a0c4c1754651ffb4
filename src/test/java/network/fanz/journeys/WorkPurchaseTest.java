package network.fanz.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.AgeDesk;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A fan buys single works, over the API and on pages. */
@Tag("database")
class WorkPurchaseTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String PRICE = "1250";

    private final TestShop shop = new TestShop(FANZ);
    private final SignedInUser creator = FANZ.users().verifiedCreator();
    private final SignedInUser fan = FANZ.users().fan();

    @BeforeEach
    void ofAge() {
        AgeDesk.assure(fan.client());
    }

    @Test
    void whoeverHasPaidWatchesAndTheBooksAddUp() {
        SignedInUser seller = FANZ.users().verifiedCreator();
        String work = sold(seller, WorkAudience.BUYERS);
        refuses(fan, work, "purchase-needed");
        assertThat(fan.client().get("elite", "/watch/" + work).expect(200).body())
                .contains("For those who buy it", "Unlock for 12.50 USD")
                .doesNotContain("/media/", "See the pass");
        HttpAnswer paid = paid(fan, work);
        assertThat(paid.text("kind")).isEqualTo("ppv");
        assertThat(paid.text("item")).isEqualTo(work);
        String base = watches(fan, work);
        fan.client().send("GET", "tube", base + "picture.jpg", null, null).expect(200);
        assertThat(balance(seller, AccountCode.CREATOR_EARNINGS)).isEqualTo("10.00");
        assertThat(balance(fan, AccountCode.FAN_PURCHASES)).isEqualTo("0.00");
        assertThat(bought(fan).get(0).path("state").asString()).isEqualTo("PLAYABLE");
        assertThat(fan.client().get("elite", "/library").expect(200).body())
                .contains("Works that you bought", "/watch/" + work, "Playable");
        assertThat(seller.client().get("tube", "/wallet").expect(200).body()).contains("Share of a single work");
    }

    @Test
    void aPassOpensItTooUnlessItIsForBuyersAlone() {
        SignedInUser seller = FANZ.users().verifiedCreator();
        String both = sold(seller, WorkAudience.SUPPORTERS_AND_BUYERS);
        String alone = sold(seller, WorkAudience.BUYERS);
        HttpAnswer pass = shop.buyPass(
                        fan, shop.offerPass(seller, "500").expect(201).text("id"))
                .expect(201);
        shop.card(pass, TestShop.PAYS);
        shop.settled(fan, pass);
        watches(fan, both);
        refuses(fan, alone, "purchase-needed");
        assertThat(fan.client().get("tube", "/watch/" + both).expect(200).body())
                .contains("Keep it for 12.50 USD");
        String library = fan.client().get("tube", "/library").expect(200).body();
        assertThat(library).contains("/watch/" + both).doesNotContain("/watch/" + alone);
    }

    @Test
    void whoeverMayNotWatchDoesNotGetToPay() {
        String work = sold(creator, WorkAudience.BUYERS);
        SignedInUser young = FANZ.users().fan();
        buy(young, work, PRICE).expectProblem(403, "age-not-assured");
        assertThat(young.client().get("tube", "/watch/" + work + "/purchase").path())
                .contains("/age/proof");
        buy(creator, work, PRICE).expectProblem(403, "age-not-assured");
        AgeDesk.assure(creator.client());
        buy(creator, work, PRICE).expectProblem(422, "own-payment");
        String undecided = TestWorks.derived(FANZ, creator, "Not decided");
        TestWorks.show(creator, undecided, WorkAudience.BUYERS);
        buy(fan, undecided, PRICE).expect(404);
        assertThat(fan.client().get("tube", "/watch/" + undecided + "/purchase").status())
                .isEqualTo(404);
        String free = TestWorks.picture(FANZ, creator, WorkAudience.EVERYONE, "Free");
        buy(fan, free, PRICE).expectProblem(409, "work-not-sold");
        assertThat(payments(young)).isZero();
        assertThat(payments(creator)).isZero();
    }

    @Test
    void theSecondPurchaseOfOneWorkIsRefusedHoweverItComes() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer first = buy(fan, work, PRICE).expect(201);
        HttpAnswer second = buy(fan, work, PRICE).expect(201);
        shop.card(first, TestShop.PAYS);
        shop.settled(fan, first);
        shop.card(second, TestShop.PAYS);
        HttpAnswer stopped = shop.settled(fan, second);
        assertThat(stopped.text("state")).isEqualTo("DECLINED");
        assertThat(stopped.text("reason")).isEqualTo("not_sold_meanwhile");
        assertThat(stopped.text("explanation")).contains("you have it already", "Nothing was taken");
        assertThat(buy(fan, work, PRICE).expectProblem(409, "work-owned").text("detail"))
                .contains("already");
        await().until(() -> bought(fan).size() == 1);
    }

    @Test
    void aDoubleClickWithASavedCardIsOnePayment() {
        String work = sold(creator, WorkAudience.BUYERS);
        String method = savedCard();
        String key = UUID.randomUUID().toString();
        List<Future<HttpAnswer>> answers;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 4)
                    .mapToObj(each -> pool.submit(
                            () -> fan.client().apiWithKey("POST", "/api/v1/payments", body(work, PRICE, method), key)))
                    .toList();
        }
        assertThat(answers.stream().map(answer -> answer.resultNow().status())).allMatch(status -> status < 500);
        watches(fan, work);
        assertThat(bought(fan)).hasSize(1);
        assertThat(database()
                        .sql("select count(*) from payments.payment where item = ?::uuid")
                        .param(work)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPriceThatChangesHoldsForWhatIsBoughtAfterwards() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer open = buy(fan, work, PRICE).expect(201);
        TestWorks.show(creator, work, WorkAudience.BUYERS, "9900");
        SignedInUser later = FANZ.users().fan();
        AgeDesk.assure(later.client());
        assertThat(buy(later, work, PRICE).expectProblem(409, "price-changed").text("detail"))
                .contains("99.00 USD");
        shop.card(open, TestShop.PAYS);
        assertThat(shop.settled(fan, open).json().at("/price/amount").asString())
                .isEqualTo(PRICE);
        watches(fan, work);
        creator.client()
                .api("PUT", "/api/v1/works/" + work + "/showing", Map.of("audience", "SUPPORTERS"))
                .expect(204);
        watches(fan, work);
        buy(later, work, "9900").expectProblem(409, "work-not-sold");
    }

    @Test
    void aPriceIsWithinBoundsInTheHousesCurrencyAndGoesWithASale() {
        String work = TestWorks.derived(FANZ, creator, "Priced");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("audience", "BUYERS"),
                Map.of("audience", "EVERYONE", "price", TestShop.usd(PRICE)),
                Map.of("audience", "BUYERS", "price", TestShop.usd("1")),
                Map.of("audience", "BUYERS", "price", Map.of("asset", "EUR/2", "amount", PRICE)),
                Map.of("audience", "BUYERS", "price", TestShop.usd("999999999")))) {
            creator.client()
                    .api("PUT", "/api/v1/works/" + work + "/showing", wrong)
                    .expectProblem(422, "invalid-field");
        }
        String path = "/studio/works/" + work + "/showing";
        HttpAnswer form = creator.client().get("tube", path).expect(200);
        assertThat(creator.client()
                        .submitForm(form, path, Map.of("audience", "BUYERS", "price", "12,5x"))
                        .status())
                .isEqualTo(422);
        creator.client().submitForm(form, path, Map.of("audience", "SUPPORTERS_AND_BUYERS", "price", "7.50"));
        assertThat(creator.client()
                        .api("GET", "/api/v1/works/" + work + "/showing")
                        .expect(200)
                        .json()
                        .at("/price/amount")
                        .asString())
                .isEqualTo("750");
    }

    @Test
    void aRefundTakesItBackAndOpenAddressesDieOnEveryNode() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer paid = paid(fan, work);
        String base = watches(fan, work);
        try (RunningFanz other = FANZ.another("--fanz.objects.folder=" + objects())) {
            ProgramClient there = fan.client().forProgram(other.address());
            assertThat(there.get("tube", base + "picture.jpg").status()).isEqualTo(200);
            creator.client()
                    .api("POST", "/api/v1/payments/" + paid.text("id") + "/refund")
                    .expect(200);
            await().until(() -> there.get("tube", base + "picture.jpg").status() == 404);
        }
        refuses(fan, work, "purchase-needed");
        assertThat(bought(fan).get(0).path("state").asString()).isEqualTo("RETURNED");
        assertThat(fan.client()
                        .get("tube", "/checkout/" + paid.text("id"))
                        .expect(200)
                        .body())
                .contains("The work is closed again.");
        paid(fan, work);
        watches(fan, work);
    }

    @Test
    void aDisputeTakesItBack() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer payment = buy(fan, work, PRICE).expect(201);
        shop.card(payment, TestShop.DISPUTED);
        await().until(() -> !bought(fan).isEmpty()
                && bought(fan).get(0).path("state").asString().equals("RETURNED"));
        refuses(fan, work, "purchase-needed");
    }

    @Test
    void whatIsTakenDownWhileTheCardIsTypedCostsNothing() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer payment = buy(fan, work, PRICE).expect(201);
        creator.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(204);
        shop.card(payment, TestShop.PAYS);
        assertThat(shop.settled(fan, payment).text("reason")).isEqualTo("not_sold_meanwhile");
        assertThat(bought(fan)).isEmpty();
    }

    @Test
    void whoHasBoughtWhatIsTakenDownIsToldAndCanAskForTheMoney() {
        database()
                .sql("update identity.account set email_verified_at = registered_at where id = ?::uuid")
                .param(fan.id())
                .update();
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer paid = paid(fan, work);
        watches(fan, work);
        creator.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(204);
        await().until(() -> {
            FANZ.run("catalogue.taken-down");
            return told(paid) == 1;
        });
        FANZ.run("catalogue.taken-down");
        assertThat(told(paid)).isEqualTo(1);
        JsonNode row = bought(fan).get(0);
        assertThat(row.path("state").asString()).isEqualTo("TAKEN_DOWN");
        assertThat(row.path("title").asString()).isEmpty();
        assertThat(fan.client().get("tube", "/library").expect(200).body())
                .contains("Taken down")
                .doesNotContain("/watch/" + work);
        assertThat(fan.client()
                        .get("tube", "/checkout/" + paid.text("id"))
                        .expect(200)
                        .body())
                .contains("Ask for your money back");
        assertThat(new Letters(FANZ, fan.email())
                        .titled("FZ*MEDIA SERVICES: something that you bought was taken down")
                        .text())
                .contains(paid.text("id"), "/checkout/")
                .doesNotContain("Sold one by one");
    }

    @Test
    void whatIsPaidIsGrantedAlsoWhereTheGrantWasBrokenOff() {
        String work = sold(creator, WorkAudience.BUYERS);
        database().sql("""
                create function catalogue.break_off() returns trigger language plpgsql as
                  'begin raise exception ''the node died here''; end'""").update();
        database()
                .sql(
                        "create trigger break_off before insert on catalogue.work_grant execute function catalogue.break_off()")
                .update();
        try {
            assertThat(paid(fan, work).text("state")).isEqualTo("SETTLED");
            refuses(fan, work, "purchase-needed");
            buy(fan, work, PRICE).expectProblem(409, "work-owned");
        } finally {
            database().sql("drop trigger break_off on catalogue.work_grant").update();
            database().sql("drop function catalogue.break_off()").update();
        }
        watches(fan, work);
        assertThat(bought(fan)).hasSize(1);
    }

    @Test
    void anothersPurchaseOpensNothingToMe() {
        String work = sold(creator, WorkAudience.BUYERS);
        HttpAnswer paid = paid(fan, work);
        String base = watches(fan, work);
        SignedInUser other = FANZ.users().fan();
        AgeDesk.assure(other.client());
        refuses(other, work, "purchase-needed");
        other.client().send("GET", "tube", base + "picture.jpg", null, null).expect(404);
        other.client().api("GET", "/api/v1/payments/" + paid.text("id")).expect(404);
        assertThat(bought(other)).isEmpty();
    }

    @Test
    void onPagesASavedCardIsChargedOnlyAfterOneMoreLook() {
        String work = sold(creator, WorkAudience.BUYERS);
        String card = savedCard();
        String path = "/watch/" + work + "/purchase";
        HttpAnswer offer = fan.client().get("elite", path).expect(200);
        assertThat(offer.body()).contains("Unlock for 12.50 USD", "ending", "we write to you");
        HttpAnswer asked =
                fan.client().submitForm(offer, path, Map.of("method", card)).expect(200);
        assertThat(asked.body()).contains("Nothing has been charged yet", "12.50 USD", "Single work");
        assertThat(bought(fan)).isEmpty();
        HttpAnswer done = fan.client().submitForm(asked, path, Map.of()).expect(200);
        assertThat(done.path()).contains("/checkout/");
        watches(fan, work);
        assertThat(fan.client().get("elite", path).expect(200).body())
                .contains("You have bought this work already", "/media/");
        assertThat(fan.client().submitForm(asked, path, Map.of()).path()).contains("/checkout/");
    }

    @Test
    void aConfirmationOfAnOldPriceTakesNothing() {
        String work = sold(creator, WorkAudience.BUYERS);
        String card = savedCard();
        String path = "/watch/" + work + "/purchase";
        HttpAnswer asked = fan.client().submitForm(fan.client().get("tube", path), path, Map.of("method", card));
        TestWorks.show(creator, work, WorkAudience.BUYERS, "2000");
        HttpAnswer refused = fan.client().submitForm(asked, path, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("This work now costs 20.00 USD", "Unlock for 20.00 USD");
        assertThat(bought(fan)).isEmpty();
    }

    @Test
    void noPageShowsAByteOfWhatIsLocked() {
        String work = sold(creator, WorkAudience.SUPPORTERS_AND_BUYERS);
        for (String page : List.of(
                "/watch/" + work,
                "/watch/" + work + "/purchase",
                "/",
                "/creators/" + creator.id(),
                "/creators/" + creator.id() + "/works")) {
            for (String brand : List.of("tube", "elite")) {
                HttpAnswer seen = fan.client().get(brand, page).expect(200);
                assertThat(media(seen.body(), work)).as(brand + page).isFalse();
                assertThat(seen.body()).as(brand + page).doesNotContain("og:image", "twitter:image");
            }
        }
    }

    /** Whether any address of media on a page is of this work: tokens begin with the release's id. */
    private static boolean media(String page, String work) {
        UUID release = database()
                .sql("select id from catalogue.release where work = ?::uuid")
                .param(work)
                .query(UUID.class)
                .single();
        byte[] id = java.nio.ByteBuffer.allocate(16)
                .putLong(release.getMostSignificantBits())
                .putLong(release.getLeastSignificantBits())
                .array();
        String begins = java.util.Base64.getUrlEncoder().encodeToString(id).substring(0, 20);
        return page.contains("/media/" + begins) || page.contains(release.toString());
    }

    private String savedCard() {
        HttpAnswer tip = shop.tip(fan, FANZ.users().creator(), "500").expect(201);
        shop.card(tip, TestShop.PAYS, true);
        shop.settled(fan, tip);
        return fan.client()
                .api("GET", "/api/v1/payment-methods")
                .json()
                .get(0)
                .path("id")
                .asString();
    }

    private static String sold(SignedInUser seller, WorkAudience audience) {
        return TestWorks.picture(FANZ, seller, audience, "Sold one by one");
    }

    private static HttpAnswer buy(SignedInUser buyer, String work, String units) {
        return buyer.client().api("POST", "/api/v1/payments", body(work, units, null));
    }

    private static Map<String, Object> body(String work, String units, String method) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", "ppv", "work", work, "amount", TestShop.usd(units)));
        if (method != null) {
            body.put("method", method);
        }
        return body;
    }

    private HttpAnswer paid(SignedInUser buyer, String work) {
        HttpAnswer payment = buy(buyer, work, PRICE).expect(201);
        shop.card(payment, TestShop.PAYS);
        return shop.settled(buyer, payment);
    }

    private static String watches(SignedInUser viewer, String work) {
        return await().until(
                        () -> viewer.client().api("GET", "/api/v1/published-works/" + work + "/address"),
                        answer -> answer.status() == 200)
                .text("base");
    }

    private static void refuses(SignedInUser viewer, String work, String problem) {
        viewer.client()
                .api("GET", "/api/v1/published-works/" + work + "/address")
                .expectProblem(403, problem);
    }

    private static JsonNode bought(SignedInUser buyer) {
        return buyer.client()
                .api("GET", "/api/v1/bought-works")
                .expect(200)
                .json()
                .path("items");
    }

    private static int payments(SignedInUser buyer) {
        return buyer.client()
                .api("GET", "/api/v1/payments")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static String balance(SignedInUser owner, AccountCode code) {
        return FANZ.bean(Ledger.class).accountsOf(owner.id()).stream()
                .filter(account -> account.code() == code)
                .findFirst()
                .orElseThrow()
                .balance()
                .decimal();
    }

    private static int told(HttpAnswer payment) {
        return database()
                .sql("select count(*) from events.event where type = 'work_taken_down' and payload ->> 'payment' = ?")
                .param(payment.text("id"))
                .query(Integer.class)
                .single();
    }

    private static String objects() {
        return FANZ.bean(Environment.class)
                .getProperty(
                        "fanz.objects.folder", FANZ.folder().resolve("objects").toString());
    }

    private static JdbcClient database() {
        return JdbcClient.create(FANZ.database().asOwner());
    }
}
