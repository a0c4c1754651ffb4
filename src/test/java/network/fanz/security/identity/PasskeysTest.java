package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SoftwarePasskey;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class PasskeysTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final RunningFanz program = RunningFanz.shared();
    private final String origin = "http://auth.fanz.localhost:" + program.port();

    @Test
    void aPasskeySignsInAndCountsAsTwoFactors() {
        SoftwarePasskey key = key();
        SignedInUser fan = registered(key);
        ProgramClient browser = newBrowser();
        HttpAnswer in =
                post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        assertThat(in.text("account")).isEqualTo(fan.id());
        assertThat(in.text("secondFactor")).isEqualTo("given");
        assertThat(browser.send("GET", "auth", "/api/v1/sessions/current", null, null)
                        .text("account"))
                .isEqualTo(fan.id());
        assertThat(browser.send("GET", "auth", "/api/v1/passkeys", null, null).json())
                .hasSize(1);
    }

    @Test
    void refusesAForgedAnswer() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        Map<String, Object> answer = key.get(options(browser));
        @SuppressWarnings("unchecked")
        Map<String, Object> response = new HashMap<>((Map<String, Object>) answer.get("response"));
        SoftwarePasskey other = key();
        registered(other);
        @SuppressWarnings("unchecked")
        Map<String, Object> forged =
                (Map<String, Object>) other.get(options(browser)).get("response");
        response.put("signature", forged.get("signature"));
        answer.put("response", response);
        refused(post(browser, "/login/webauthn", answer));
    }

    @Test
    void refusesAnAnswerThatComesTwice() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        Map<String, Object> answer = key.get(options(browser));
        post(browser, "/login/webauthn", answer).expect(200);
        refused(post(again(browser), "/login/webauthn", answer));
        ProgramClient other = newBrowser();
        refused(post(other, "/login/webauthn", answer));
        options(other);
        refused(post(other, "/login/webauthn", answer));
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneCounts() throws Exception {
        SoftwarePasskey key = key();
        registered(key);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                ProgramClient browser = newBrowser();
                Map<String, Object> answer = key.get(options(browser));
                List<Callable<Integer>> senders = Stream.generate(() -> sameBrowser(browser))
                        .limit(4)
                        .<Callable<Integer>>map(sender ->
                                () -> post(sender, "/login/webauthn", answer).status())
                        .toList();
                List<Integer> statuses = new ArrayList<>();
                for (var sent : threads.invokeAll(senders)) {
                    statuses.add(sent.get());
                }
                assertThat(statuses).containsOnlyOnce(200);
            }
        }
    }

    @Test
    void refusesAnotherOriginAlsoOneOfOurOwn() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        refused(post(browser, "/login/webauthn", key.at("http://evil.localhost").get(options(browser))));
        refused(post(
                browser,
                "/login/webauthn",
                key.at("http://tube.fanz.localhost:" + program.port()).get(options(browser))));
    }

    @Test
    void refusesAnotherRelyingParty() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = signedIn(fan);
        SoftwarePasskey elsewhere = new SoftwarePasskey("evil.localhost", origin);
        refused(register(browser, elsewhere));
        assertThat(browser.send("GET", "auth", "/api/v1/passkeys", null, null).json())
                .isEmpty();
    }

    @Test
    void refusesAnotherRelyingPartyAlsoWhenSigningIn() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        for (String other :
                new String[] {"evil.localhost", "localhost", "tube.fanz.localhost", "auth.fanz.localhost"}) {
            refused(post(browser, "/login/webauthn", key.believing(other).get(options(browser))));
        }
        post(browser, "/login/webauthn", key.believing("fanz.localhost").get(options(browser)))
                .expect(200);
    }

    @Test
    void refusesAForgedOrReplayedRegistration() {
        ProgramClient browser = signedIn(program.users().fan());
        refused(register(browser, key().at("http://evil.localhost")));
        refused(register(browser, key().at("http://tube.fanz.localhost:" + program.port())));
        refused(register(browser, key().claiming("webauthn.get")));
        refused(register(browser, key().withoutVerification()));
        SoftwarePasskey key = key();
        Map<String, Object> answer = key.create(creation(browser));
        make(browser, answer).expect(201);
        refused(make(browser, answer));
        creation(browser);
        refused(make(browser, answer));
        ProgramClient other = signedIn(program.users().fan());
        creation(other);
        refused(make(other, answer));
        assertThat(browser.send("GET", "auth", "/api/v1/passkeys", null, null).json())
                .hasSize(1);
    }

    @Test
    void refusesAnAnswerThatSaysSomethingElseThanWasAsked() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        refused(post(browser, "/login/webauthn", key.claiming("webauthn.create").get(options(browser))));
        SoftwarePasskey anothers = key();
        registered(anothers);
        refused(post(browser, "/login/webauthn", key.claiming("").of(anothers).get(options(browser))));
    }

    @Test
    void refusesDataThatWereChangedAfterSigning() {
        ProgramClient browser = newBrowser();
        for (String field : new String[] {"authenticatorData", "clientDataJSON", "signature"}) {
            SoftwarePasskey good = key();
            registered(good);
            Map<String, Object> answer = good.get(options(browser));
            @SuppressWarnings("unchecked")
            Map<String, Object> response = new HashMap<>((Map<String, Object>) answer.get("response"));
            byte[] bytes = Base64.getUrlDecoder().decode((String) response.get(field));
            bytes[bytes.length - 1] ^= 1;
            response.put(field, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            answer.put("response", response);
            refused(post(browser, "/login/webauthn", answer));
        }
    }

    @Test
    void refusesADeviceThatDidNotVerifyItsUserOrWasCopied() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        again(browser);
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        refused(post(browser, "/login/webauthn", key.rewound().get(options(browser))));
        SoftwarePasskey careless = key();
        registered(careless);
        refused(post(browser, "/login/webauthn", careless.withoutVerification().get(options(browser))));
    }

    @Test
    void refusesAKeyThatNobodyRegisteredAndGarbage() {
        ProgramClient browser = newBrowser();
        refused(post(browser, "/login/webauthn", key().get(options(browser))));
        options(browser);
        refused(post(browser, "/login/webauthn", Map.of("id", 7, "response", "nonsense")));
    }

    @Test
    void runsItsCeremoniesOnTheSignInHostOnly() {
        program.users()
                .fan()
                .client()
                .send("POST", "tube", "/webauthn/authenticate/options", "application/json", "{}")
                .expectProblem(404, "not-found");
    }

    @Test
    void aPasskeyIsRemovedByItsOwnerAlone() {
        SoftwarePasskey key = key();
        registered(key);
        ProgramClient browser = newBrowser();
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        browser = again(browser);
        String id = browser.send("GET", "auth", "/api/v1/passkeys", null, null)
                .json()
                .get(0)
                .path("id")
                .asString();
        SoftwarePasskey others = key();
        registered(others);
        ProgramClient stranger = newBrowser();
        post(stranger, "/login/webauthn", others.get(options(stranger))).expect(200);
        again(stranger)
                .send("DELETE", "auth", "/api/v1/passkeys/" + id, null, null)
                .expectProblem(404, "not-found");
        browser.send("DELETE", "auth", "/api/v1/passkeys/" + id, null, null).expect(204);
        ProgramClient fresh = newBrowser();
        refused(post(fresh, "/login/webauthn", key.get(options(fresh))));
    }

    @Test
    void twoRequestsAtOnceDoNotRemoveBothFactorsOfARoleThatNeedsOne() throws Exception {
        SignedInUser creator = program.users().creator();
        ProgramClient browser = signedIn(creator);
        browser.submitForm(
                browser.get("auth", "/sign-in/factor"),
                "/sign-in/factor",
                Map.of("code", creator.totp().next()));
        register(again(browser), key()).expect(201);
        String passkey = again(browser)
                .send("GET", "auth", "/api/v1/passkeys", null, null)
                .json()
                .get(0)
                .path("id")
                .asString();
        ProgramClient one = sameBrowser(browser);
        ProgramClient other = sameBrowser(browser);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> one.send("DELETE", "auth", "/api/v1/factors/totp", null, null)
                    .status());
            var second = threads.submit(() -> other.send("DELETE", "auth", "/api/v1/passkeys/" + passkey, null, null)
                    .status());
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(204, 403);
        }
    }

    /** Attacks come from addresses of their own: the program really blocks them. */
    private static String nextAddress() {
        return "127.11.0." + ADDRESSES.incrementAndGet();
    }

    private SoftwarePasskey key() {
        return new SoftwarePasskey("fanz.localhost", origin);
    }

    private SignedInUser registered(SoftwarePasskey key) {
        SignedInUser fan = program.users().fan();
        register(signedIn(fan), key).expect(201);
        return fan;
    }

    private static HttpAnswer register(ProgramClient browser, SoftwarePasskey key) {
        return make(browser, key.create(creation(browser)));
    }

    private static JsonNode creation(ProgramClient browser) {
        return JSON.readTree(post(browser, "/webauthn/register/options", Map.of())
                .expect(200)
                .body());
    }

    private static HttpAnswer make(ProgramClient browser, Map<String, Object> credential) {
        return post(
                browser,
                "/webauthn/register",
                Map.of("publicKey", Map.of("credential", credential, "label", "test key")));
    }

    private ProgramClient signedIn(SignedInUser user) {
        ProgramClient browser = program.clientFrom(nextAddress());
        browser.submitForm(
                browser.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", user.email(), "password", user.password()));
        return again(browser);
    }

    private ProgramClient newBrowser() {
        ProgramClient browser = program.clientFrom(nextAddress());
        return browser.withHeader("X-CSRF-TOKEN", csrf(browser.get("auth", "/sign-in")));
    }

    /** The same cookies, from another address. */
    private ProgramClient sameBrowser(ProgramClient browser) {
        ProgramClient same = program.clientFrom(nextAddress());
        browser.cookies("auth").forEach((name, value) -> same.cookie("auth", name, value));
        return again(same);
    }

    private static ProgramClient again(ProgramClient browser) {
        return browser.withHeader("X-CSRF-TOKEN", csrf(browser.get("auth", "/sign-in")));
    }

    private static String csrf(HttpAnswer page) {
        var field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    private static JsonNode options(ProgramClient browser) {
        return JSON.readTree(post(browser, "/webauthn/authenticate/options", Map.of())
                .expect(200)
                .body());
    }

    private static HttpAnswer post(ProgramClient browser, String path, Map<String, ?> body) {
        return browser.send("POST", "auth", path, "application/json", JSON.writeValueAsString(body));
    }

    private static void refused(HttpAnswer answer) {
        answer.expectProblem(422, "passkey-refused");
    }
}
