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
import network.fanz.testing.SoftwareKey;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
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
        SoftwareKey key = key();
        Person fan = registered(key);
        Visitor browser = newBrowser();
        Answer in = post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        assertThat(in.text("account")).isEqualTo(fan.id());
        assertThat(in.text("secondFactor")).isEqualTo("given");
        assertThat(browser.raw("GET", "auth", "/api/v1/sessions/current", null, null)
                        .text("account"))
                .isEqualTo(fan.id());
        assertThat(browser.raw("GET", "auth", "/api/v1/passkeys", null, null).json())
                .hasSize(1);
    }

    @Test
    void refusesAForgedAnswer() {
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        Map<String, Object> answer = key.get(options(browser));
        @SuppressWarnings("unchecked")
        Map<String, Object> response = new HashMap<>((Map<String, Object>) answer.get("response"));
        SoftwareKey other = key();
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
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        Map<String, Object> answer = key.get(options(browser));
        post(browser, "/login/webauthn", answer).expect(200);
        refused(post(browser, "/login/webauthn", answer));
        Visitor other = newBrowser();
        refused(post(other, "/login/webauthn", answer));
        options(other);
        refused(post(other, "/login/webauthn", answer));
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneCounts() throws Exception {
        SoftwareKey key = key();
        registered(key);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                Visitor browser = newBrowser();
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
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        refused(post(browser, "/login/webauthn", key.at("http://evil.localhost").get(options(browser))));
        refused(post(
                browser,
                "/login/webauthn",
                key.at("http://tube.fanz.localhost:" + program.port()).get(options(browser))));
    }

    @Test
    void refusesAnotherRelyingParty() {
        Person fan = program.people().fan();
        Visitor browser = signedIn(fan);
        SoftwareKey elsewhere = new SoftwareKey("evil.localhost", origin);
        refused(register(browser, elsewhere));
        assertThat(browser.raw("GET", "auth", "/api/v1/passkeys", null, null).json())
                .isEmpty();
    }

    @Test
    void refusesAnotherRelyingPartyAlsoWhenSigningIn() {
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        for (String other :
                new String[] {"evil.localhost", "localhost", "tube.fanz.localhost", "auth.fanz.localhost"}) {
            refused(post(browser, "/login/webauthn", key.believing(other).get(options(browser))));
        }
        post(browser, "/login/webauthn", key.believing("fanz.localhost").get(options(browser)))
                .expect(200);
    }

    @Test
    void refusesAForgedOrReplayedRegistration() {
        Visitor browser = signedIn(program.people().fan());
        refused(register(browser, key().at("http://evil.localhost")));
        refused(register(browser, key().at("http://tube.fanz.localhost:" + program.port())));
        refused(register(browser, key().claiming("webauthn.get")));
        refused(register(browser, key().withoutVerification()));
        SoftwareKey key = key();
        Map<String, Object> answer = key.create(creation(browser));
        make(browser, answer).expect(201);
        refused(make(browser, answer));
        creation(browser);
        refused(make(browser, answer));
        Visitor other = signedIn(program.people().fan());
        creation(other);
        refused(make(other, answer));
        assertThat(browser.raw("GET", "auth", "/api/v1/passkeys", null, null).json())
                .hasSize(1);
    }

    @Test
    void refusesAnAnswerThatSaysSomethingElseThanWasAsked() {
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        refused(post(browser, "/login/webauthn", key.claiming("webauthn.create").get(options(browser))));
        SoftwareKey anothers = key();
        registered(anothers);
        refused(post(browser, "/login/webauthn", key.claiming("").of(anothers).get(options(browser))));
    }

    @Test
    void refusesDataThatWereChangedAfterSigning() {
        Visitor browser = newBrowser();
        for (String field : new String[] {"authenticatorData", "clientDataJSON", "signature"}) {
            SoftwareKey good = key();
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
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        refused(post(browser, "/login/webauthn", key.rewound().get(options(browser))));
        SoftwareKey careless = key();
        registered(careless);
        refused(post(browser, "/login/webauthn", careless.withoutVerification().get(options(browser))));
    }

    @Test
    void refusesAKeyThatNobodyRegisteredAndGarbage() {
        Visitor browser = newBrowser();
        refused(post(browser, "/login/webauthn", key().get(options(browser))));
        options(browser);
        refused(post(browser, "/login/webauthn", Map.of("id", 7, "response", "nonsense")));
    }

    @Test
    void runsItsCeremoniesOnTheSignInHostOnly() {
        program.people()
                .fan()
                .visitor()
                .raw("POST", "tube", "/webauthn/authenticate/options", "application/json", "{}")
                .expectProblem(404, "not-found");
    }

    @Test
    void aPasskeyIsRemovedByItsOwnerAlone() {
        SoftwareKey key = key();
        registered(key);
        Visitor browser = newBrowser();
        post(browser, "/login/webauthn", key.get(options(browser))).expect(200);
        browser = again(browser);
        String id = browser.raw("GET", "auth", "/api/v1/passkeys", null, null)
                .json()
                .get(0)
                .path("id")
                .asString();
        SoftwareKey others = key();
        registered(others);
        Visitor stranger = newBrowser();
        post(stranger, "/login/webauthn", others.get(options(stranger))).expect(200);
        again(stranger)
                .raw("DELETE", "auth", "/api/v1/passkeys/" + id, null, null)
                .expectProblem(404, "not-found");
        browser.raw("DELETE", "auth", "/api/v1/passkeys/" + id, null, null).expect(204);
        Visitor fresh = newBrowser();
        refused(post(fresh, "/login/webauthn", key.get(options(fresh))));
    }

    @Test
    void twoRequestsAtOnceDoNotRemoveBothFactorsOfARoleThatNeedsOne() throws Exception {
        Person creator = program.people().creator();
        Visitor browser = signedIn(creator);
        browser.fill(
                browser.get("auth", "/sign-in/factor"),
                "/sign-in/factor",
                Map.of("code", creator.totp().next()));
        register(again(browser), key()).expect(201);
        String passkey = again(browser)
                .raw("GET", "auth", "/api/v1/passkeys", null, null)
                .json()
                .get(0)
                .path("id")
                .asString();
        Visitor one = sameBrowser(browser);
        Visitor other = sameBrowser(browser);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> one.raw("DELETE", "auth", "/api/v1/factors/totp", null, null)
                    .status());
            var second = threads.submit(() -> other.raw("DELETE", "auth", "/api/v1/passkeys/" + passkey, null, null)
                    .status());
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(204, 403);
        }
    }

    /** Attacks come from addresses of their own: the program really blocks them. */
    private static String nextAddress() {
        return "127.11.0." + ADDRESSES.incrementAndGet();
    }

    private SoftwareKey key() {
        return new SoftwareKey("fanz.localhost", origin);
    }

    private Person registered(SoftwareKey key) {
        Person fan = program.people().fan();
        register(signedIn(fan), key).expect(201);
        return fan;
    }

    private static Answer register(Visitor browser, SoftwareKey key) {
        return make(browser, key.create(creation(browser)));
    }

    private static JsonNode creation(Visitor browser) {
        return JSON.readTree(post(browser, "/webauthn/register/options", Map.of())
                .expect(200)
                .body());
    }

    private static Answer make(Visitor browser, Map<String, Object> credential) {
        return post(
                browser,
                "/webauthn/register",
                Map.of("publicKey", Map.of("credential", credential, "label", "test key")));
    }

    private Visitor signedIn(Person person) {
        Visitor browser = program.visitorFrom(nextAddress());
        browser.fill(
                browser.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", person.email(), "password", person.password()));
        return again(browser);
    }

    private Visitor newBrowser() {
        Visitor browser = program.visitorFrom(nextAddress());
        return browser.withHeader("X-CSRF-TOKEN", csrf(browser.get("auth", "/sign-in")));
    }

    /** The same cookies, from another address. */
    private Visitor sameBrowser(Visitor browser) {
        Visitor same = program.visitorFrom(nextAddress());
        browser.cookies("auth").forEach((name, value) -> same.cookie("auth", name, value));
        return again(same);
    }

    private static Visitor again(Visitor browser) {
        return browser.withHeader("X-CSRF-TOKEN", csrf(browser.get("auth", "/sign-in")));
    }

    private static String csrf(Answer page) {
        var field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    private static JsonNode options(Visitor browser) {
        return JSON.readTree(post(browser, "/webauthn/authenticate/options", Map.of())
                .expect(200)
                .body());
    }

    private static Answer post(Visitor browser, String path, Map<String, ?> body) {
        return browser.raw("POST", "auth", path, "application/json", JSON.writeValueAsString(body));
    }

    private static void refused(Answer answer) {
        answer.expectProblem(422, "passkey-refused");
    }
}
