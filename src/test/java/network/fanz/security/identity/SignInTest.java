package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SignInTest {
    private static final String PASSWORD = "violet tram under nine bridges";
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void registersSignsInAndOut() {
        String email = newEmail();
        ProgramClient client = program.client();
        String account = client.api("POST", "/api/v1/registrations", person(email))
                .expect(201)
                .text("account");
        HttpAnswer in = signIn(client, email, PASSWORD).expect(201);
        assertThat(in.text("account")).isEqualTo(account);
        assertThat(in.text("secondFactor")).isEqualTo("not_needed");
        assertThat(in.header("Set-Cookie")).isNull();
        client.withToken(in.text("token"));
        assertThat(client.api("GET", "/api/v1/sessions/current").expect(200).text("account"))
                .isEqualTo(account);
        client.api("DELETE", "/api/v1/sessions/current").expect(204);
        client.api("GET", "/api/v1/sessions/current").expectProblem(401, "sign-in-needed");
    }

    @Test
    void saysTheSameWhetherAnAddressIsKnownOrNot() {
        SignedInUser known = program.users().fan();
        HttpAnswer again = program.client().api("POST", "/api/v1/registrations", person(known.email()));
        HttpAnswer first = program.client().api("POST", "/api/v1/registrations", person(newEmail()));
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).hasSameSizeAs(first.body());
        HttpAnswer wrong = signIn(program.clientFrom("127.12.0.1"), known.email(), "not the right password at all");
        HttpAnswer unknown = signIn(program.clientFrom("127.12.0.1"), newEmail(), "not the right password at all");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void keepsNeitherPasswordNorTokenNorPersonalDataReadable() throws Exception {
        SignedInUser fan = program.users().fan();
        String token = signIn(program.client(), fan.email(), fan.password())
                .expect(201)
                .text("token");
        String all = dump();
        assertThat(all).contains(fan.id()).doesNotContain(token, fan.email(), "Somebody", "1990-04-05", fan.password());
    }

    @Test
    void refusesTheYoungTheUnservedAndTheListed() {
        refused(Map.of(
                "dateOfBirth",
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusYears(17).toString()));
        refused(Map.of("country", "KP"));
        refused(Map.of("name", "Sanctioned Samplé Person", "dateOfBirth", "1970-01-01"));
        program.client()
                .api("POST", "/api/v1/registrations", with(person(newEmail()), Map.of("country", "XX")))
                .expectProblem(422, "invalid-field");
    }

    @Test
    void staffActsOnlyAfterTheSecondFactor() {
        SignedInUser staff = program.users().staff(Role.ADMINISTRATOR);
        ProgramClient half = program.client();
        HttpAnswer in = signIn(half, staff.email(), staff.password()).expect(201);
        assertThat(in.text("secondFactor")).isEqualTo("needed");
        half.withToken(in.text("token"));
        half.api("GET", "/api/v1/accounts").expectProblem(403, "second-factor-needed");
        half.api("POST", "/api/v1/factors/totp", Map.of()).expectProblem(403, "second-factor-needed");
        HttpAnswer whole = half.api(
                        "POST",
                        "/api/v1/sessions/current/totp",
                        Map.of("code", staff.totp().next()))
                .expect(200);
        half.api("GET", "/api/v1/accounts").expectProblem(401, "sign-in-needed");
        half.withToken(whole.text("token")).api("GET", "/api/v1/accounts").expect(200);
    }

    @Test
    void takesACodeOnceAlsoAcrossTwoNodes() throws Exception {
        SignedInUser creator = program.users().creator();
        try (RunningFanz other = program.another()) {
            List<ProgramClient> visitors = new java.util.ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ProgramClient client = (i % 2 == 0 ? program : other).clientFrom("127.12.0.2");
                visitors.add(client.withToken(signIn(client, creator.email(), creator.password())
                        .expect(201)
                        .text("token")));
            }
            String code = creator.totp().next();
            try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
                var answers = threads.invokeAll(visitors.stream()
                        .<java.util.concurrent.Callable<Integer>>map(client ->
                                () -> client.api("POST", "/api/v1/sessions/current/totp", Map.of("code", code))
                                        .status())
                        .toList());
                List<Integer> statuses = new java.util.ArrayList<>();
                for (var answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
            }
        }
    }

    @Test
    void takesARecoveryCodeOnce() {
        SignedInUser fan = program.users().fan();
        String secret = fan.client()
                .api("POST", "/api/v1/factors/totp", Map.of())
                .expect(201)
                .text("secret");
        String code = new network.fanz.tools.walkthrough.TotpGenerator(secret).next();
        HttpAnswer confirmed = fan.client()
                .api("POST", "/api/v1/factors/totp/confirmation", Map.of("code", code))
                .expect(200);
        String recovery = confirmed.json().path("recoveryCodes").get(0).asString();
        ProgramClient client = program.client();
        client.withToken(signIn(client, fan.email(), fan.password()).expect(201).text("token"));
        HttpAnswer in = client.api("POST", "/api/v1/sessions/current/recovery-code", Map.of("code", recovery))
                .expect(200);
        assertThat(in.text("secondFactor")).isEqualTo("given");
        client.withToken(in.text("token"));
        assertThat(client.api("GET", "/api/v1/factors")
                        .expect(200)
                        .json()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        client.api("POST", "/api/v1/sessions/current/recovery-code", Map.of("code", recovery))
                .expectProblem(422, "wrong-code");
    }

    @Test
    void listsAndRevokesSessions() {
        SignedInUser fan = program.users().fan();
        ProgramClient second = program.client();
        second.withToken(signIn(second, fan.email(), fan.password()).expect(201).text("token"));
        var list = fan.client().api("GET", "/api/v1/sessions").expect(200).json();
        assertThat(list).hasSize(2);
        String other = list.valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        program.users()
                .fan()
                .client()
                .api("DELETE", "/api/v1/sessions/" + other)
                .expectProblem(404, "not-found");
        fan.client().api("DELETE", "/api/v1/sessions/" + other).expect(204);
        second.api("GET", "/api/v1/sessions/current").expect(401);
        fan.client().api("GET", "/api/v1/sessions/current").expect(200);
    }

    @Test
    void aSuspendedAccountIsOutAtOnceAndARoleCountsFromTheNextRequest() {
        SignedInUser fan = program.users().fan();
        ProgramClient administrator = program.users().administrator().client();
        administrator
                .api("POST", "/api/v1/accounts/" + fan.id() + "/suspension", Map.of("reason", "UNDER_REVIEW"))
                .expect(204);
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        ProgramClient stranger = program.clientFrom("127.12.0.4");
        signIn(stranger, fan.email(), fan.password()).expectProblem(403, "account-suspended");
        signIn(stranger, fan.email(), "not the right sentence").expectProblem(401, "sign-in-failed");
        administrator
                .api("DELETE", "/api/v1/accounts/" + fan.id() + "/suspension")
                .expect(204);
        ProgramClient again = program.client();
        again.withToken(signIn(again, fan.email(), fan.password()).expect(201).text("token"));
        administrator
                .api("PUT", "/api/v1/accounts/" + fan.id() + "/roles/ANALYST")
                .expect(204);
        assertThat(again.api("GET", "/api/v1/sessions/current").expect(200).text("secondFactor"))
                .isEqualTo("needed");
    }

    @Test
    void aSuspendedAccountCanBeClosed() {
        SignedInUser fan = program.users().fan();
        ProgramClient administrator = program.users().administrator().client();
        administrator
                .api("POST", "/api/v1/accounts/" + fan.id() + "/suspension", Map.of("reason", "nobody's word"))
                .expect(422);
        administrator
                .api("POST", "/api/v1/accounts/" + fan.id() + "/suspension", Map.of("reason", "FRAUD"))
                .expect(204);
        administrator.api("POST", "/api/v1/accounts/" + fan.id() + "/closure").expect(204);
        assertThat(administrator
                        .api("GET", "/api/v1/accounts/" + fan.id())
                        .expect(200)
                        .text("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void closingOnesOwnAccountNeedsARecentProof() {
        SignedInUser fan = program.users().fan();
        JdbcClient.create(program.database().asOwner())
                .sql(
                        "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        fan.client().api("POST", "/api/v1/accounts/" + fan.id() + "/closure").expectProblem(403, "fresh-proof-needed");
        program.users().signInAgain(fan, fan.client());
        fan.client().api("POST", "/api/v1/accounts/" + fan.id() + "/closure").expect(204);
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
    }

    @Test
    void ofTwoAccountsThatConfirmOneAddressAtOnceOneDoes() throws Exception {
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        Identity identity = program.bean(Identity.class);
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String email = newEmail();
                List<java.util.concurrent.Callable<Boolean>> both = new java.util.ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    AccountId account = AccountId.of(program.client()
                            .api("POST", "/api/v1/registrations", person(email))
                            .expect(201)
                            .text("account"));
                    String token = network.fanz.security.identity.sessions.OpaqueTokens.generate();
                    owner.sql("update identity.email_proof set token_hash = :hash where account_id = :account")
                            .param("hash", network.fanz.security.identity.sessions.OpaqueTokens.hash(token))
                            .param("account", account.value())
                            .update();
                    both.add(() -> confirms(identity, account, token));
                }
                var answers = threads.invokeAll(both);
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    private static boolean confirms(Identity identity, AccountId account, String token) {
        try {
            identity.verifyEmail(account, token);
            return true;
        } catch (LinkNotGood refused) {
            return false;
        }
    }

    @Test
    void keepsTheLastAdministrator() {
        SignedInUser administrator = program.onlyAdministrator();
        SignedInUser second = program.users().staff(Role.ADMINISTRATOR);
        second.client()
                .api("DELETE", "/api/v1/accounts/" + second.id() + "/roles/ADMINISTRATOR")
                .expect(204);
        administrator
                .client()
                .api("DELETE", "/api/v1/accounts/" + administrator.id() + "/roles/ADMINISTRATOR")
                .expectProblem(409, "last-administrator");
        administrator.client().api("GET", "/api/v1/accounts").expect(200);
    }

    @Test
    void letsNobodySeeAnothersAccount() {
        SignedInUser fan = program.users().fan();
        SignedInUser other = program.users().fan();
        fan.client().api("GET", "/api/v1/accounts/" + fan.id()).expect(200);
        fan.client().api("GET", "/api/v1/accounts/" + other.id()).expectProblem(404, "not-found");
        fan.client().api("GET", "/api/v1/accounts/" + UUID.randomUUID()).expectProblem(404, "not-found");
        fan.client().api("GET", "/api/v1/accounts").expectProblem(403, "forbidden");
        program.client().api("GET", "/api/v1/accounts").expectProblem(401, "sign-in-needed");
    }

    @Test
    void anInvitationIsGoodOnce() throws Exception {
        program.users().administrator();
        assertThat(Files.exists(program.folder().resolve("invitation.txt"))).isTrue();
        String token = Files.readString(program.folder().resolve("invitation.txt"))
                .strip()
                .replaceAll(".*token=", "");
        Map<String, Object> body = with(person(newEmail()), Map.of("token", token));
        program.client().api("POST", "/api/v1/invitations/acceptance", body).expectProblem(410, "link-not-good");
    }

    private void refused(Map<String, String> change) {
        program.client()
                .api("POST", "/api/v1/registrations", with(person(newEmail()), change))
                .expectProblem(403, "not-eligible");
    }

    private String dump() {
        JdbcClient jdbc = JdbcClient.create(program.database().asOwner());
        StringBuilder all = new StringBuilder();
        for (String table : List.of("account", "session", "role_grant", "known_address", "email_proof", "totp")) {
            jdbc.sql("select t::text from identity." + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }

    static HttpAnswer signIn(ProgramClient client, String email, String password) {
        return client.api("POST", "/api/v1/sessions", Map.of("email", email, "password", password));
    }

    static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    static Map<String, Object> person(String email) {
        return new HashMap<>(Map.of(
                "email", email,
                "password", PASSWORD,
                "name", "Somebody",
                "dateOfBirth", "1990-04-05",
                "country", "DE",
                "role", "FAN"));
    }

    static Map<String, Object> with(Map<String, Object> base, Map<String, ?> change) {
        Map<String, Object> all = new HashMap<>(base);
        all.putAll(change);
        all.keySet().removeIf(key -> key.equals("role") && all.containsKey("token"));
        return all;
    }
}
