package network.fanz.finance.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Messages that claim to come from the provider, over HTTP: only a signed, fresh one counts, and it counts once. */
@Tag("database")
class SandboxWebhookTest {
    private static final String KEY = "a key that both sides know";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static RunningFanz program;
    private static TestShop shop;
    private static SignedInUser creator;
    private static SignedInUser finance;

    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.sandbox.payments.signing-key=" + KEY);
        shop = new TestShop(program);
        creator = program.users().creator();
        finance = program.users().administrator();
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void refusesASignatureByAnotherKey() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        String message = message("evt_forged", payment, CheckoutProgress.AUTHORISED);
        send(message, signed("another key", Clock.systemUTC(), message)).expectProblem(401, "webhook-refused");
        assertThat(shop.now(fan, payment).text("state")).isEqualTo("AUTHORISING");
        assertThat(received("evt_forged")).isZero();
    }

    @Test
    void refusesAMessageThatWasChangedOnItsWay() {
        HttpAnswer payment = shop.tip(program.users().fan(), creator, "500").expect(201);
        String declined = message("evt_changed", payment, CheckoutProgress.DECLINED);
        send(declined.replace("DECLINED", "AUTHORISED"), signed(KEY, Clock.systemUTC(), declined))
                .expectProblem(401, "webhook-refused");
    }

    @Test
    void refusesAMessageThatWasSignedTooLongAgoOrAhead() {
        HttpAnswer payment = shop.tip(program.users().fan(), creator, "500").expect(201);
        String message = message("evt_old", payment, CheckoutProgress.AUTHORISED);
        Clock before = Clock.offset(Clock.systemUTC(), WINDOW.plusSeconds(5).negated());
        Clock ahead = Clock.offset(Clock.systemUTC(), WINDOW.plusSeconds(5));
        send(message, signed(KEY, before, message)).expectProblem(401, "webhook-refused");
        send(message, signed(KEY, ahead, message)).expectProblem(401, "webhook-refused");
        assertThat(received("evt_old")).isZero();
    }

    @Test
    void refusesASignatureThatIsMissingOrMalformed() {
        HttpAnswer payment = shop.tip(program.users().fan(), creator, "500").expect(201);
        String message = message("evt_bare", payment, CheckoutProgress.AUTHORISED);
        program.client()
                .send("POST", "api", "/webhooks/sandbox", "application/json", message)
                .expectProblem(401, "webhook-refused");
        send(message, "t=1,v1=00").expectProblem(401, "webhook-refused");
    }

    @Test
    void aMessageThatIsReplayedCountsOnce() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        shop.card(payment, TestShop.NO_FUNDS);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("DECLINED");
        String event =
                await().until(() -> messageAbout(payment), Optional::isPresent).orElseThrow();
        String message = message(event, payment, CheckoutProgress.DECLINED);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        assertThat(received(event)).isEqualTo(1);
    }

    @Test
    void aYesAfterTheEndMovesNothing() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        shop.card(payment, TestShop.NO_FUNDS);
        shop.settled(fan, payment);
        String message = message("evt_late_yes", payment, CheckoutProgress.AUTHORISED);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        await().during(Duration.ofSeconds(1))
                .until(() -> shop.now(fan, payment).text("state").equals("DECLINED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUNDED", "DISPUTED", "CANCELLED", "EARLY_FRAUD_WARNING"})
    void whatIsSaidAfterSettlementIsKeptShownAndAlerted(String word) {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.paidTip(fan, creator, "500");
        String message = message("evt_after_" + word, payment, CheckoutProgress.AUTHORISED)
                .replace(
                        "\"progress\":\"AUTHORISED\",\"taken\":null",
                        "\"progress\":\"" + word + "\",\"taken\":{\"asset\":\"USD/2\",\"amount\":\"500\"}");
        assertThat(message).contains(word);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        String alert = word + " of payment " + payment.text("id") + ", 5.00 USD, which stands at settled";
        await().untilAsserted(() -> assertThat(alerts()).contains(alert));
        assertThat(finance.client()
                        .get("dash", "/finance/payments/" + payment.text("id"))
                        .expect(200)
                        .body())
                .contains("What the provider said besides", "5.00 USD");
        assertThat(shop.now(fan, payment).text("state")).isEqualTo("SETTLED");
    }

    /** What the bank or the provider takes back is not given back a second time; what else was said is for finance staff to judge. */
    @ParameterizedTest
    @CsvSource({"REFUNDED, 409, 409", "DISPUTED, 409, 409", "EARLY_FRAUD_WARNING, 409, 200"})
    void onlyWhatWasNotTakenBackIsGivenBack(String word, int asCreator, int asFinance) {
        HttpAnswer payment = shop.paidTip(program.users().fan(), creator, "900");
        String message = message("evt_back_" + word, payment, CheckoutProgress.AUTHORISED)
                .replace("\"AUTHORISED\"", "\"" + word + "\"");
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        String refund = "/api/v1/payments/" + payment.text("id") + "/refund";
        creator.client().api("POST", refund).expect(asCreator);
        finance.client().api("POST", refund).expect(asFinance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "no json",
                "{\"id\":\"evt_y\",\"reference\":\"7c9b0000-0000-4000-8000-000000000000\",\"status\":{}}",
                "{\"id\":\"evt_z\",\"reference\":\"7c9b0000-0000-4000-8000-000000000000\",\"status\":null}",
                "{\"id\":\"evt_x\",\"reference\":\"7c9b0000-0000-4000-8000-000000000000\"}"
            })
    void whateverIsSignedIsAcknowledged(String message) {
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        await().untilAsserted(() -> assertThat(alerts()).contains("of no payment of ours"));
    }

    @Test
    void aDisputeOfTheSandboxIsHeard() {
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "700").expect(201);
        shop.card(payment, TestShop.DISPUTED);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
        await().untilAsserted(() -> assertThat(alerts()).contains("DISPUTED of payment " + payment.text("id")));
    }

    private static String alerts() {
        return finance.client()
                .api("GET", "/api/v1/security/alerts?limit=100")
                .expect(200)
                .body();
    }

    private static String message(String event, HttpAnswer payment, CheckoutProgress progress) {
        return JsonMapper.shared()
                .writeValueAsString(new SandboxJson.SandboxEvent(
                        event, UUID.fromString(payment.text("id")), CheckoutStatus.of(progress)));
    }

    private static String signed(String key, Clock clock, String message) {
        return new WebhookSignatures(key.getBytes(StandardCharsets.UTF_8), WINDOW, clock)
                .sign(message.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer send(String message, String signature) {
        ProgramClient sender = program.client().withHeader("Webhook-Signature", signature);
        return sender.send("POST", "api", "/webhooks/sandbox", "application/json", message);
    }

    /** The job may have asked before the message came. */
    private static Optional<String> messageAbout(HttpAnswer payment) {
        return program.bean(JdbcClient.class)
                .sql("select event_id from payments.webhook where payment = ?")
                .param(UUID.fromString(payment.text("id")))
                .query(String.class)
                .optional();
    }

    private static long received(String event) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from payments.webhook where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
