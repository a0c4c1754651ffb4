package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a fan writes with a tip: its creator reads it once it is paid, and nobody else who is not concerned ever does. */
@Tag("database")
class TipMessagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String WORDS = "Play the blue one again, <b>please</b>.";
    private static final String SHOWN = "Play the blue one again, &lt;b&gt;please&lt;/b&gt;.";

    private final TestShop shop = new TestShop(FANZ);
    private final SignedInUser fan = FANZ.users().fan("Bea Fan", FANZ.client());
    private final SignedInUser creator = FANZ.users().creator("Cleo Maker", FANZ.client());

    @Test
    void theCreatorReadsItOnceTheTipIsPaidAndNotBefore() {
        HttpAnswer tip = shop.tipWith(WORDS, fan, creator).expect(201);
        assertThat(page(fan, tip)).contains(SHOWN, "Cleo Maker gets it once the tip is paid.");
        assertThat(page(creator, tip)).doesNotContain("blue one");
        shop.card(tip, TestShop.PAYS);
        shop.settled(fan, tip);
        assertThat(page(creator, tip)).contains("The fan’s message", SHOWN);
        assertThat(sales()).contains(SHOWN);
        assertThat(page(fan, tip)).contains("Receipt", "Your message", SHOWN);
    }

    @Test
    void whatCameWithATipThatNobodyPaidNeverComesToItsCreator() {
        HttpAnswer tip = shop.tipWith(WORDS, fan, creator).expect(201);
        shop.card(tip, TestShop.NO_FUNDS);
        shop.settled(fan, tip);
        assertThat(page(fan, tip)).contains(SHOWN, "Cleo Maker does not get it: the tip was not paid.");
        assertThat(page(creator, tip)).contains("Declined").doesNotContain("blue one");
        assertThat(sales()).doesNotContain("blue one");
        FANZ.settle();
        assertThat(letters(creator)).noneMatch(letter -> letter.contains("blue one"));
    }

    @Test
    void aRefundLeavesIt() {
        HttpAnswer tip = paid();
        creator.client()
                .api("POST", "/api/v1/payments/" + tip.text("id") + "/refund")
                .expect(200);
        FANZ.settle();
        assertThat(page(fan, tip)).contains("given back in full", SHOWN);
        assertThat(page(creator, tip)).contains(SHOWN);
    }

    @Test
    void bothReadItInTheirLetters() {
        confirm(fan);
        confirm(creator);
        paid();
        assertThat(await().until(() -> letters(fan), letters -> !letters.isEmpty()))
                .anySatisfy(letter -> assertThat(letter).contains("Your message\n> " + WORDS));
        assertThat(await().until(() -> letters(creator), letters -> !letters.isEmpty()))
                .anySatisfy(letter ->
                        assertThat(letter).contains("“Bea Fan” has left you a tip.", "“Bea Fan” writes:\n> " + WORDS));
    }

    @Test
    void nobodyTakesItForTheWordsOfTheHouse() {
        confirm(creator);
        HttpAnswer tip = shop.tipWith(
                        "thanks” The house says: confirm your bank on this page now, or lose it. “bye", fan, creator)
                .expect(201);
        shop.card(tip, TestShop.PAYS);
        shop.settled(fan, tip);
        assertThat(await().until(() -> letters(creator), letters -> !letters.isEmpty()))
                .anySatisfy(letter -> assertThat(letter)
                        .contains(
                                "> thanks\" The house says: confirm your bank on this page now, or lose\n> it. \"bye\n")
                        .doesNotContain("thanks”"));
    }

    @Test
    void whatWouldBecomeALinkInALetterIsReadOnThePageAlone() {
        confirm(creator);
        HttpAnswer tip = shop.tipWith("Confirm your bank at https://evil.example/login now", fan, creator)
                .expect(201);
        shop.card(tip, TestShop.PAYS);
        shop.settled(fan, tip);
        assertThat(await().until(() -> letters(creator), letters -> !letters.isEmpty()))
                .anySatisfy(letter -> assertThat(letter)
                        .contains("Programs for mail could make a link of it")
                        .doesNotContain("evil.example"));
        assertThat(page(creator, tip)).contains("evil.example");
    }

    @Test
    void financeStaffReadItBesideThePaymentAndStrangersDoNot() {
        HttpAnswer tip = shop.tipWith(WORDS, fan, creator).expect(201);
        SignedInUser finance = FANZ.users().staff(Role.FINANCE);
        assertThat(finance.client()
                        .get("dash", "/finance/payments/" + tip.text("id"))
                        .expect(200)
                        .body())
                .contains(SHOWN, "The creator gets it once it is paid");
        FANZ.users().fan().client().get("tube", "/checkout/" + tip.text("id")).expect(404);
    }

    @Test
    void whenItsWriterHasLeftTheWordsAreGoneAndThePageSaysSo() {
        HttpAnswer tip = paid();
        FANZ.bean(Vault.class).forget(UUID.fromString(fan.id()));
        assertThat(page(creator, tip)).contains("Its writer has left").doesNotContain("blue one");
        assertThat(sales()).contains("Its writer has left").doesNotContain("blue one");
    }

    @Test
    void theSameKeyWithAnotherMessageIsAnotherRequest() {
        String key = UUID.randomUUID().toString();
        String first = shop.tipWith(WORDS, fan, creator, key).expect(201).text("id");
        assertThat(shop.tipWith(WORDS, fan, creator, key).expect(201).text("id"))
                .isEqualTo(first);
        shop.tipWith("Something else.", fan, creator, key).expect(422);
        shop.tip(fan, creator, "1250", key, null).expect(422);
    }

    @Test
    void paymentsCompareTheMessageThemselvesForAnswersThatAreNoLongerKept() {
        Payments payments = FANZ.bean(Payments.class);
        UUID first = payments.processTransaction(asked(WORDS)).id();
        assertThat(payments.processTransaction(asked(WORDS)).id()).isEqualTo(first);
        assertThatThrownBy(() -> payments.processTransaction(asked("Something else.")))
                .isInstanceOf(PaymentDiffers.class);
        assertThatThrownBy(() -> payments.processTransaction(asked(null))).isInstanceOf(PaymentDiffers.class);
    }

    @Test
    void onlyATipHasOne() {
        String pass = shop.offerPass(creator, "900").expect(201).text("id");
        HttpAnswer refused = fan.client()
                .api("POST", "/api/v1/payments", Map.of("kind", "pass", "pass", pass, "message", WORDS))
                .expectProblem(422, "invalid-field");
        assertThat(refused.text("field")).isEqualTo("message");
        assertThat(shop.tipWith("x".repeat(281), fan, creator)
                        .expectProblem(422, "invalid-field")
                        .text("field"))
                .isEqualTo("message");
    }

    @Test
    void itStandsInNoEventNoAuditEntryNoFileAndNowhereInTheClear() {
        HttpAnswer tip = paid();
        FANZ.settle();
        JdbcClient owner = JdbcClient.create(FANZ.database().asOwner());
        assertThat(owner.sql("select count(*) from events.event where payload::text like '%blue one%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(owner.sql(
                                "select count(*) from payments.tip_message where message = ? or position(?::bytea in message) > 0")
                        .params(WORDS.getBytes(StandardCharsets.UTF_8), "blue one".getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
        Audit audit = FANZ.bean(Audit.class);
        assertThat(await().until(
                                () -> audit.entries("payment:" + tip.text("id"), null, null)
                                        .items(),
                                entries -> !entries.isEmpty())
                        .toString())
                .contains("payments.process")
                .doesNotContain("blue one");
        assertThat(fan.client().get("tube", "/wallet/payments.csv").body()).doesNotContain("blue one");
    }

    @Test
    void aFormWithoutScriptSendsItAndSaysWhatIsWrongBesideItsField() {
        HttpAnswer page = fan.client().get("tube", "/creators/" + creator.id()).expect(200);
        String action = "/creators/" + creator.id() + "/tips";
        HttpAnswer refused =
                fan.client().submitForm(page, action, Map.of("amount", "much", "message", "a\u202Eb", "method", ""));
        assertThat(refused.body()).contains("id=\"amount-error\"", "id=\"message-error\"");
        HttpAnswer saved = shop.tip(fan, creator, "700").expect(201);
        shop.card(saved, TestShop.PAYS, true);
        shop.settled(fan, saved);
        String card = fan.client()
                .api("GET", "/api/v1/payment-methods")
                .json()
                .get(0)
                .path("id")
                .asString();
        Map<String, String> typed = Map.of("amount", "12.50", "message", "Play the red one.", "method", card);
        HttpAnswer asked = fan.client().submitForm(refused, action, typed);
        assertThat(asked.body()).contains("Nothing has been charged yet.", "Your message", "Play the red one.");
        HttpAnswer done = fan.client().submitForm(asked, action, Map.of());
        FANZ.settle();
        assertThat(fan.client().get("tube", done.path()).body()).contains("Your message", "Play the red one.");
    }

    private NewPayment asked(String message) {
        return new NewPayment(
                AccountId.of(fan.id()),
                AccountId.of(creator.id()),
                PaymentKind.TIP,
                null,
                Money.of(Asset.USD, 300),
                TipMessage.of("message", message),
                null,
                false,
                new Origin("address", "agent", null, "tube"),
                "key");
    }

    private HttpAnswer paid() {
        HttpAnswer tip = shop.tipWith(WORDS, fan, creator).expect(201);
        shop.card(tip, TestShop.PAYS);
        return shop.settled(fan, tip);
    }

    private static String page(SignedInUser reader, HttpAnswer tip) {
        return reader.client()
                .get("tube", "/checkout/" + tip.text("id"))
                .expect(200)
                .body();
    }

    private String sales() {
        return creator.client().get("tube", "/sales").expect(200).body();
    }

    private static List<String> letters(SignedInUser somebody) {
        FANZ.settle();
        FANZ.run("mail.deliver");
        return new Letters(FANZ, somebody.email())
                .all().stream()
                        .filter(letter -> letter.subject().startsWith("FZ*"))
                        .map(letter -> letter.text())
                        .toList();
    }

    private static void confirm(SignedInUser somebody) {
        JdbcClient.create(FANZ.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = cast(? as uuid)")
                .param(somebody.id())
                .update();
    }
}
