package network.fanz.content.compliance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.MessageSignatures;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.Verifications;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that claim to come from the provider: only a signed, fresh one counts, it counts once, and it moves nothing by itself. */
@Tag("database")
class IdentityMessageTest {
    private static final String KEY = "a key that both sides know";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static RunningFanz program;

    private final SignedInUser creator = program.users().creator();

    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.sandbox.identity.signing-key=" + KEY);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void refusesWhatIsNotSignedWithTheKeyWasChangedOrIsOld() {
        String message = message("idv_forged", UUID.randomUUID(), "APPROVED");
        send(message, signed("another key", Clock.systemUTC(), message)).expectProblem(401, "identity-message-refused");
        send(message.replace("APPROVED", "REFUSED"), signed(KEY, Clock.systemUTC(), message))
                .expectProblem(401, "identity-message-refused");
        Clock before = Clock.offset(Clock.systemUTC(), WINDOW.plusSeconds(5).negated());
        send(message, signed(KEY, before, message)).expectProblem(401, "identity-message-refused");
        Clock ahead = Clock.offset(Clock.systemUTC(), WINDOW.plusSeconds(5));
        send(message, signed(KEY, ahead, message)).expectProblem(401, "identity-message-refused");
        send(message, "t=1,v1=00").expectProblem(401, "identity-message-refused");
        program.client()
                .send("POST", "api", "/webhooks/identity/sandbox", "application/json", message)
                .expectProblem(401, "identity-message-refused");
        assertThat(received("idv_forged")).isZero();
    }

    @Test
    void aSignedYesMovesNothingWhileTheProviderItselfHasNotSaidIt() {
        creator.client().api("POST", "/api/v1/compliance/verification").expect(200);
        String message = message("idv_early", check().id(), "APPROVED");
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        await().until(() -> asked() > 0);
        assertThat(check().state().code()).isEqualTo("started");
    }

    @Test
    void aMessageThatIsReplayedCountsOnceAndALateOneChangesNothing() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        String late = message("idv_late", check().id(), "DOUBT");
        send(late, signed(KEY, Clock.systemUTC(), late)).expect(204);
        send(late, signed(KEY, Clock.systemUTC(), late)).expect(204);
        assertThat(received("idv_late")).isEqualTo(1);
        await().until(() -> !askedAgain());
        assertThat(check().state().code()).isEqualTo("verified");
        assertThat(program.bean(Verifications.class).unexpected(check().id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "no json",
                "{\"id\":\"idv_x\",\"check\":\"7c9b0000-0000-4000-8000-000000000000\"}"
            })
    void whateverIsSignedIsAcknowledgedAndPeopleAreCalled(String message) {
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        await().untilAsserted(() -> assertThat(alerts()).contains("of no check of ours"));
    }

    @Test
    void aWordThatIsNotKnownIsKeptBesideTheCheck() {
        creator.client().api("POST", "/api/v1/compliance/verification").expect(200);
        String message = message("idv_word", check().id(), "WATCHLIST");
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        assertThat(program.bean(Verifications.class).unexpected(check().id()))
                .singleElement()
                .satisfies(said -> assertThat(said.word()).isEqualTo("WATCHLIST"));
    }

    @Test
    void aYesAfterANoMovesNothingAndIsKept() {
        IdentityDesk.show(creator, "unreadable");
        IdentityDesk.await(creator, "REFUSED");
        JdbcClient.create(program.database().asOwner())
                .sql("update compliance.sandbox_check set progress = 'APPROVED' where our_check = ?")
                .param(check().id())
                .update();
        String message = message("idv_after", check().id(), "APPROVED");
        send(message, signed(KEY, Clock.systemUTC(), message)).expect(204);
        await().until(() ->
                !program.bean(Verifications.class).unexpected(check().id()).isEmpty());
        assertThat(check().state().code()).isEqualTo("refused");
    }

    private Verification check() {
        return program.bean(Verifications.class)
                .ofCreator(AccountId.of(creator.id()))
                .getFirst();
    }

    private int asked() {
        return owner().sql("select asked from compliance.verification where creator = ?::uuid")
                .param(creator.id())
                .query(Integer.class)
                .single();
    }

    private boolean askedAgain() {
        return owner().sql("select ask_at is not null from compliance.verification where creator = ?::uuid")
                .param(creator.id())
                .query(Boolean.class)
                .single();
    }

    private static String alerts() {
        return program.users()
                .administrator()
                .client()
                .api("GET", "/api/v1/security/alerts?limit=100")
                .expect(200)
                .body();
    }

    private static String message(String event, UUID check, String word) {
        return "{\"id\":\"%s\",\"check\":\"%s\",\"progress\":\"%s\"}".formatted(event, check, word);
    }

    private static String signed(String key, Clock clock, String message) {
        return new MessageSignatures(key.getBytes(StandardCharsets.UTF_8), WINDOW, clock)
                .sign(message.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer send(String message, String signature) {
        return program.client()
                .withHeader("Webhook-Signature", signature)
                .send("POST", "api", "/webhooks/identity/sandbox", "application/json", message);
    }

    private static JdbcClient owner() {
        return JdbcClient.create(program.database().asOwner());
    }

    private static long received(String event) {
        return owner().sql("select count(*) from compliance.provider_message where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
