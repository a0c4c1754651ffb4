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
import network.fanz.testing.RunningFanz;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program with its real limit of guesses at an account, as browsers reach it behind a proxy that ends TLS. */
@Tag("database")
class GuessingTest {
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
        Person victim = program.people().fan();
        owner.sql("update identity.account set email_verified_at = registered_at where id = cast(:id as uuid)")
                .param("id", victim.id())
                .update();
        Visitor stranger = program.visitorFrom("127.15.0.1");
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
        SignInTest.signIn(program.visitor(), victim.email(), victim.password()).expect(201);
    }

    @Test
    void aPlaceIsKnownOnceTheSignInIsWhole() {
        Person creator = program.people().creator();
        assertThat(places(creator)).isEqualTo(1);
        Visitor elsewhere = program.visitorFrom("127.15.0.2");
        Answer half = SignInTest.signIn(elsewhere, creator.email(), creator.password())
                .expect(201);
        assertThat(places(creator)).isEqualTo(1);
        code(elsewhere.withToken(half.text("token")), creator.totp().next()).expect(200);
        assertThat(places(creator)).isEqualTo(2);
    }

    @Test
    void afterAHundredWrongCodesInARowOnlyKnownPlacesMayTry() {
        Person creator = program.people().creator();
        failed(creator, 99);
        Visitor stranger = half(creator, "127.15.0.3");
        code(stranger, "000000").expectProblem(422, "wrong-code");
        assertThat(failures(creator)).isEqualTo(100);
        String good = creator.totp().next();
        code(stranger, good).expectProblem(422, "wrong-code");
        code(half(creator, "127.0.0.1"), good).expect(200);
        assertThat(failures(creator)).isZero();
    }

    @Test
    void aPasswordAloneDoesNotForgetWrongCodes() {
        Person creator = program.people().creator();
        failed(creator, 7);
        half(creator, "127.15.0.4");
        assertThat(failures(creator)).isEqualTo(7);
    }

    @Test
    void twoAdministratorsCannotRemoveEachOther() throws Exception {
        AccountId one = AccountId.of(program.people().administrator().id());
        AccountId other =
                AccountId.of(program.people().staff(Role.ADMINISTRATOR).id());
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
        Answer signIn = program.visitor().get("auth", "/sign-in");
        assertThat(signIn.header("Set-Cookie")).contains("fanz_session=").contains("; Secure");
        assertThat(signIn.header("Strict-Transport-Security")).contains("max-age=31536000");
        Answer scheme = program.visitor().raw("GET", "tube", "/scheme/dark?back=/", null, null);
        assertThat(scheme.header("Set-Cookie")).contains("; Secure");
        Answer led = program.visitor().withHeader("Accept", "text/html").raw("GET", "auth", "/account", null, null);
        assertThat(led.header("Location")).doesNotStartWith("http:");
        Answer plain = RunningFanz.shared().visitor().get("auth", "/sign-in");
        assertThat(plain.header("Set-Cookie")).doesNotContain("Secure");
        assertThat(plain.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void nobodyLearnsFromTheOpenQuestionWhoIsListed() {
        Visitor anybody = program.visitor();
        Map<String, Object> listed =
                Map.of("dateOfBirth", "1970-01-01", "country", "DE", "name", "Sanctioned Sample Person");
        Answer asked = anybody.api("POST", "/api/v1/eligibility", listed);
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

    private static Visitor half(Person person, String address) {
        Visitor visitor = program.visitorFrom(address);
        return visitor.withToken(SignInTest.signIn(visitor, person.email(), person.password())
                .expect(201)
                .text("token"));
    }

    private static Answer code(Visitor visitor, String code) {
        return visitor.api("POST", "/api/v1/sessions/current/totp", Map.of("code", code));
    }

    private static int places(Person person) {
        return number("select count(*) from identity.known_address where account_id = cast(:id as uuid)", person);
    }

    private static int failures(Person person) {
        return number("select factor_failures from identity.account where id = cast(:id as uuid)", person);
    }

    private static void failed(Person person, int times) {
        owner.sql("update identity.account set factor_failures = :times where id = cast(:id as uuid)")
                .param("times", times)
                .param("id", person.id())
                .update();
    }

    private static int number(String sql, Person person) {
        return owner.sql(sql).param("id", person.id()).query(Integer.class).single();
    }
}
