package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.eligibility.RegistrationReporter;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program with its real limit of guesses at an account, as browsers reach it behind a proxy that ends TLS. */
@Tag("database")
class PasswordGuessingTest {
    private static RunningFanz program;
    private static JdbcClient owner;

    @BeforeAll
    static void start() {
        program = RunningFanz.start("--fanz.identity.public-scheme=https", "--fanz.limits.sign-in-account=3/600s/3");
        owner = JdbcClient.create(program.database().asOwner());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aStrangersAccountWithTheSameAddressMakesNoPlaceKnown() {
        SignedInUser victim = program.users().fan();
        owner.sql("update identity.account set email_verified_at = registered_at where id = cast(:id as uuid)")
                .param("id", victim.id())
                .update();
        ProgramClient stranger = program.clientFrom("127.15.0.1");
        stranger.api("POST", "/api/v1/registrations", SignInTest.person(victim.email()))
                .expect(201);
        SignInTest.signIn(stranger, victim.email(), "violet tram under nine bridges")
                .expect(201);
        List<Integer> guesses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            guesses.add(SignInTest.signIn(stranger, victim.email(), "a guess of many words " + i)
                    .status());
        }
        assertThat(guesses).contains(429);
        SignInTest.signIn(program.client(), victim.email(), victim.password()).expect(201);
    }

    @Test
    void aPlaceIsKnownOnceTheSignInIsWhole() {
        SignedInUser creator = program.users().creator();
        assertThat(places(creator)).isEqualTo(1);
        ProgramClient elsewhere = program.clientFrom("127.15.0.2");
        HttpAnswer half = SignInTest.signIn(elsewhere, creator.email(), creator.password())
                .expect(201);
        assertThat(places(creator)).isEqualTo(1);
        code(elsewhere.withToken(half.text("token")), creator.totp().next()).expect(200);
        assertThat(places(creator)).isEqualTo(2);
    }

    @Test
    void afterAHundredWrongCodesInARowOnlyKnownPlacesMayTry() {
        SignedInUser creator = program.users().creator();
        failed(creator, 99);
        ProgramClient stranger = half(creator, "127.15.0.3");
        code(stranger, "000000").expectProblem(422, "wrong-code");
        assertThat(failures(creator)).isEqualTo(100);
        String good = creator.totp().next();
        code(stranger, good).expectProblem(422, "wrong-code");
        code(half(creator, "127.0.0.1"), good).expect(200);
        assertThat(failures(creator)).isZero();
    }

    @Test
    void aPasswordAloneDoesNotForgetWrongCodes() {
        SignedInUser creator = program.users().creator();
        failed(creator, 7);
        half(creator, "127.15.0.4");
        assertThat(failures(creator)).isEqualTo(7);
    }

    @Test
    void twoAdministratorsCannotRemoveEachOther() throws Exception {
        AccountId one = AccountId.of(program.users().administrator().id());
        AccountId other = AccountId.of(program.users().staff(Role.ADMINISTRATOR).id());
        Identity identity = program.bean(Identity.class);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                var first = threads.submit(removing(identity, together, one, other));
                var second = threads.submit(removing(identity, together, other, one));
                assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
                identity.grantRole(one, one, Role.ADMINISTRATOR);
                identity.grantRole(one, other, Role.ADMINISTRATOR);
            }
        }
    }

    @Test
    void whatBrowsersSeeDecidesWhetherCookiesAreSecure() {
        HttpAnswer signIn = program.client().get("auth", "/sign-in");
        assertThat(signIn.header("Set-Cookie")).contains("fanz_session=").contains("; Secure");
        assertThat(signIn.header("Strict-Transport-Security")).contains("max-age=31536000");
        HttpAnswer scheme = program.client().send("GET", "tube", "/scheme/dark?back=/", null, null);
        assertThat(scheme.header("Set-Cookie")).contains("; Secure");
        HttpAnswer led = program.client().withHeader("Accept", "text/html").send("GET", "auth", "/account", null, null);
        assertThat(led.header("Location")).doesNotStartWith("http:");
        HttpAnswer plain = RunningFanz.shared().client().get("auth", "/sign-in");
        assertThat(plain.header("Set-Cookie")).doesNotContain("Secure");
        assertThat(plain.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void nobodyLearnsFromTheOpenQuestionWhoIsListed() {
        ProgramClient anybody = program.client();
        Map<String, Object> listed =
                Map.of("dateOfBirth", "1970-01-01", "country", "DE", "name", "Sanctioned Sample Person");
        HttpAnswer asked = anybody.api("POST", "/api/v1/eligibility", listed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).doesNotContain("sanctions");
        EligibilityChecks checks = program.bean(EligibilityChecks.class);
        assertThat(checks.check(LocalDate.of(1970, 1, 1), "DE", "Ab ".repeat(100))
                        .reasons())
                .containsExactly(EligibilityChecks.CHECK_FAILED);
    }

    @Test
    void aSampleListCountsInTheLocalProfileAlone() {
        JdbcTemplate batches = new JdbcTemplate(program.database().asOwner());
        assertThat(new EligibilityChecks(owner, batches, Clock.systemUTC(), true).hasList())
                .isTrue();
        EligibilityChecks elsewhere = new EligibilityChecks(owner, batches, Clock.systemUTC(), false);
        assertThat(elsewhere.hasList()).isFalse();
        assertThat(elsewhere.check(LocalDate.of(1990, 1, 1), "DE", "Somebody").reasons())
                .containsExactly(EligibilityChecks.NO_SANCTIONS_LIST);
        assertThat(new RegistrationReporter(elsewhere).reports())
                .singleElement()
                .satisfies(part -> assertThat(part.says()).startsWith("It is closed"))
                .satisfies(part -> assertThat(part.todo()).contains("POST /api/v1/eligibility/sanctions-lists"));
    }

    private static Callable<Boolean> removing(Identity identity, CyclicBarrier together, AccountId by, AccountId whom) {
        return () -> {
            together.await();
            try {
                identity.withdrawRole(by, whom, Role.ADMINISTRATOR);
                return true;
            } catch (LastAdministrator refused) {
                return false;
            }
        };
    }

    private static ProgramClient half(SignedInUser user, String address) {
        ProgramClient client = program.clientFrom(address);
        return client.withToken(SignInTest.signIn(client, user.email(), user.password())
                .expect(201)
                .text("token"));
    }

    private static HttpAnswer code(ProgramClient client, String code) {
        return client.api("POST", "/api/v1/sessions/current/totp", Map.of("code", code));
    }

    private static int places(SignedInUser user) {
        return number("select count(*) from identity.known_address where account_id = cast(:id as uuid)", user);
    }

    private static int failures(SignedInUser user) {
        return number("select factor_failures from identity.account where id = cast(:id as uuid)", user);
    }

    private static void failed(SignedInUser user, int times) {
        owner.sql("update identity.account set factor_failures = :times where id = cast(:id as uuid)")
                .param("times", times)
                .param("id", user.id())
                .update();
    }

    private static int number(String sql, SignedInUser user) {
        return owner.sql(sql).param("id", user.id()).query(Integer.class).single();
    }
}
