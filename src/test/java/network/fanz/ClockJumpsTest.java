package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.platform.postgres.Columns;
import network.fanz.testing.OffsetClock;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SoftwarePasskey;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.TotpGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A jump of the clock, by an hour as by a year, and its correction: nobody loses anything by either. */
@Tag("database")
class ClockJumpsTest {
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final List<String> SWEEPS = List.of(
            "identity.sweep",
            "identity.grant-sweep",
            "identity.factor-resets",
            "idempotency.sweep",
            "ratelimit.sweep",
            "mail.clean",
            "monitoring.forget",
            "payments.drive");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{20,})");

    private static final OffsetClock CLOCK = new OffsetClock();
    private static RunningFanz program;

    @BeforeAll
    static void start() {
        program = RunningFanz.at(CLOCK);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @AfterEach
    void correct() {
        CLOCK.correct();
    }

    /** As if the node had been left alone with the wrong clock for long enough. */
    private static void jumps(Duration jump) {
        CLOCK.forward(jump);
        SWEEPS.forEach(program::run);
    }

    private static void isCorrected() {
        CLOCK.correct();
        SWEEPS.forEach(program::run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aPersonStaysSignedIn(Duration jump) {
        SignedInUser before = program.users().fan();
        jumps(jump);
        assertThat(isSignedIn(before)).isTrue();
        SignedInUser meanwhile = program.users().fan();
        isCorrected();
        assertThat(isSignedIn(before)).isTrue();
        assertThat(isSignedIn(meanwhile)).isTrue();
        assertThat(isSignedIn(program.users().fan())).isTrue();
    }

    private static boolean isSignedIn(SignedInUser user) {
        return user.client().api("GET", "/api/v1/sessions/current").status() == 200;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void codesWorkBeforeAndAfterTheCorrectionAndNoneTwice(Duration jump) {
        SignedInUser creator = program.users().creator();
        jumps(jump);
        String meanwhile = signsIn(creator);
        isCorrected();
        String after = signsIn(creator);
        assertThat(gives(creator, after)).isEqualTo(422);
        CLOCK.forward(jump);
        assertThat(gives(creator, meanwhile)).as("its time has come again").isEqualTo(422);
    }

    /** The phone knows nothing of the jump, and one who is at a wrong clock here is no guesser. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aPhoneWithTheRightTimeIsGoodWhileTheMachinesClockIsWrongAndItsCodeIsGoodOnce(Duration jump) {
        SignedInUser creator = program.users().creator();
        TotpGenerator phone =
                new TotpGenerator(Objects.requireNonNull(creator.totp()).base32());
        jumps(jump);
        String code = signsIn(creator, phone);
        assertThat(gives(creator, code)).isEqualTo(422);
        assertThat(signsIn(creator)).isNotEqualTo(code);
        isCorrected();
        assertThat(gives(creator, code)).isEqualTo(422);
    }

    /** With the code that was good; one that was used before the jump, half a minute ago, is not good any more. */
    private static String signsIn(SignedInUser user) {
        return signsIn(user, Objects.requireNonNull(user.totp()));
    }

    private static String signsIn(SignedInUser user, TotpGenerator phone) {
        for (int tries = 0; tries < 3; tries++) {
            String code = phone.next();
            if (gives(user, code) == 200) {
                return code;
            }
        }
        throw new AssertionError("No code is good");
    }

    /** In a new session, at a new place, for an address that gets so many codes wrong is blocked: what the program says to the code. */
    private static int gives(SignedInUser user, String code) {
        ProgramClient client = program.clientFrom("127.33.0." + PLACES.incrementAndGet());
        client.withToken(
                client.api("POST", "/api/v1/sessions", Map.of("email", user.email(), "password", user.password()))
                        .expect(201)
                        .text("token"));
        return client.api("POST", "/api/v1/sessions/current/totp", Map.of("code", code))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aMailedLinkIsGoodUntilItIsUsed(Duration jump) {
        SignedInUser early = program.users().fan();
        SignedInUser late = program.users().fan();
        String sentBefore = resetToken(early);
        jumps(jump);
        String sentMeanwhile = resetToken(late);
        isCorrected();
        completes(sentBefore).expect(204);
        completes(sentMeanwhile).expect(204);
        completes(sentBefore).expectProblem(410, "link-not-good");
    }

    private static String resetToken(SignedInUser user) {
        program.client().api("POST", "/api/v1/password-resets", Map.of("email", user.email()));
        await().until(() -> newestLetter(user).contains("token="));
        var found = TOKEN.matcher(newestLetter(user));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String newestLetter(SignedInUser user) {
        return program.bean(Mailbox.class).messages(null).items().stream()
                .filter(letter -> letter.to().equals(user.email()))
                .filter(letter -> letter.text().contains("password-reset"))
                .findFirst()
                .map(MailboxMessage::text)
                .orElse("");
    }

    private static HttpAnswer completes(String token) {
        return program.client()
                .api(
                        "POST",
                        "/api/v1/password-resets/completion",
                        Map.of("token", token, "password", "an entirely new sentence 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aPasskeySignsInAlsoOverTheJump(Duration jump) {
        SoftwarePasskey key = new SoftwarePasskey("fanz.localhost", "http://auth.fanz.localhost:" + program.port());
        SignedInUser fan = program.users().fan();
        ProgramClient own = program.client();
        own.submitForm(
                own.get("auth", "/sign-in"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        own = withForgeryToken(own);
        JsonNode creation = options(own, "/webauthn/register/options");
        Map<String, Object> made = Map.of("credential", key.create(creation), "label", "key");
        post(own, "/webauthn/register", Map.of("publicKey", made)).expect(201);
        ProgramClient browser = withForgeryToken(program.client());
        JsonNode asked = options(browser, "/webauthn/authenticate/options");
        jumps(jump);
        post(browser, "/login/webauthn", key.get(asked)).expect(200);
        ProgramClient second = withForgeryToken(program.client());
        JsonNode askedMeanwhile = options(second, "/webauthn/authenticate/options");
        isCorrected();
        post(second, "/login/webauthn", key.get(askedMeanwhile)).expect(200);
    }

    private static ProgramClient withForgeryToken(ProgramClient browser) {
        var field = CSRF.matcher(browser.get("auth", "/sign-in").body());
        assertThat(field.find()).isTrue();
        return browser.withHeader("X-CSRF-TOKEN", field.group(1));
    }

    private static JsonNode options(ProgramClient browser, String path) {
        return JSON.readTree(post(browser, path, Map.of()).expect(200).body());
    }

    private static HttpAnswer post(ProgramClient browser, String path, Map<String, ?> body) {
        return browser.send("POST", "auth", path, "application/json", JSON.writeValueAsString(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aPurchaseInFlightSettlesAndAnAnswerIsGivenAgain(Duration jump) {
        TestShop shop = new TestShop(program);
        SignedInUser creator = program.users().creator();
        SignedInUser fan = program.users().fan();
        String key = UUID.randomUUID().toString();
        HttpAnswer before = shop.tip(fan, creator, "700", key, null).expect(201);
        jumps(jump);
        HttpAnswer meanwhile = shop.tip(fan, creator, "900").expect(201);
        assertThat(shop.tip(fan, creator, "700", key, null).text("id")).isEqualTo(before.text("id"));
        isCorrected();
        shop.card(before, TestShop.PAYS);
        shop.card(meanwhile, TestShop.PAYS);
        assertThat(shop.settled(fan, before).text("state")).isEqualTo("SETTLED");
        assertThat(shop.settled(fan, meanwhile).text("state")).isEqualTo("SETTLED");
        assertThat(shop.tip(fan, creator, "700", key, null).text("id")).isEqualTo(before.text("id"));
        assertThat(program.bean(Ledger.class).verify().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void aHoldEndsInItsTimeAndNoSooner(Duration jump) {
        Ledger ledger = program.bean(Ledger.class);
        LedgerAccountId wallet = ledger.createAccount(
                NewLedgerAccount.credit(UUID.randomUUID().toString(), AccountCode.FAN_WALLET, Asset.USD));
        hold(ledger, wallet, Duration.ofHours(1).plusMinutes(5));
        jumps(jump);
        hold(ledger, wallet, Duration.ofSeconds(2));
        Instant whenHeld = CLOCK.instant();
        await().untilAsserted(() -> assertThat(held(ledger, wallet)).isEqualTo(100));
        assertThat(CLOCK.instant()).isAfterOrEqualTo(whenHeld.plusSeconds(1));
        isCorrected();
        hold(ledger, wallet, Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(held(ledger, wallet)).isEqualTo(100));
        assertThat(ledger.lastBlock().orElseThrow().postedAt())
                .isBefore(CLOCK.instant().plusSeconds(1));
    }

    private static void hold(Ledger ledger, LedgerAccountId wallet, Duration life) {
        LedgerAccountId bank =
                ledger.createAccount(NewLedgerAccount.unbounded("platform", AccountCode.PROVIDER_CLEARING, Asset.USD));
        List<Leg> legs = List.of(new Leg(bank, wallet, Money.of(Asset.USD, 100), 1));
        ledger.recordTransaction(
                Keeper.PAYMENTS, Posting.pending(Ids.next(CLOCK), legs, life, "test", "1", CLOCK.instant()));
        assertThat(held(ledger, wallet)).isGreaterThanOrEqualTo(100);
    }

    private static long held(Ledger ledger, LedgerAccountId wallet) {
        return ledger.account(wallet).pendingCredits().longValueExact();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-P365D"})
    void healthSaysSoUntilItIsCorrected(Duration jump) {
        CLOCK.forward(jump);
        ProgramClient anybody = program.client();
        assertThat(anybody.get("tube", "/actuator/health").status()).isEqualTo(503);
        anybody.get("tube", "/actuator/health/readiness").expect(200);
        CLOCK.correct();
        anybody.get("tube", "/actuator/health").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void eventsGoOnAndAreTriedAgain(Duration jump) {
        program.users().fan();
        program.settle();
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        setAsideForASecond(owner);
        CLOCK.forward(jump);
        await().until(() -> setAside(owner) == 0);
        SignedInUser meanwhile = program.users().fan();
        program.settle();
        assertThat(owner.sql(
                                "select count(*) from monitoring.security_event where title = 'Sign-in Success' and user_id = :id")
                        .param("id", UUID.fromString(meanwhile.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        setAsideForASecond(owner);
        CLOCK.correct();
        await().until(() -> setAside(owner) == 0);
    }

    /** As if the watch had failed on the newest registration once. */
    private static void setAsideForASecond(JdbcClient owner) {
        owner.sql("""
                        insert into events.parked (subscription, seq, key, error, attempts, parked_at, retry_at)
                        select 'monitoring.signals', seq, key, 'a failure', 1, :now, :later
                        from events.event where type = 'user_registered' order by seq desc limit 1
                        """)
                .param("now", Columns.utc(CLOCK.instant()))
                .param("later", Columns.utc(CLOCK.instant().plusSeconds(1)))
                .update();
    }

    private static int setAside(JdbcClient owner) {
        return owner.sql("select count(*) from events.parked")
                .query(Integer.class)
                .single();
    }
}
