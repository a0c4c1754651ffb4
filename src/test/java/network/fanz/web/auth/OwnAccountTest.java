package network.fanz.web.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.SignInRequired;
import network.fanz.security.identity.reset.PasswordChange;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People change of their own account what is theirs to change, and whoever has only taken a session changes nothing. */
@Tag("database")
class OwnAccountTest {
    private static final String NEW = "green ladders lean on slow clouds";
    private static final String PASSWORD = "/account/password";

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final ProgramClient browser = program.client();
    private final SignedInUser fan = program.users().fan();

    @Test
    void aNewPasswordSignsOutAllOtherDevicesAndItsOwnerIsTold() {
        signIn(browser, fan.password()).expect(200);
        String token = browser.cookies("auth").toString();
        HttpAnswer done = choose(browser.get("auth", PASSWORD), NEW);
        assertThat(done.expect(200).path()).isEqualTo("/account");
        assertThat(done.body()).contains("Your password is changed.");
        assertThat(browser.cookies("auth").toString()).isNotEqualTo(token);
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        assertThat(signIn(program.client(), fan.password()).status()).isEqualTo(401);
        assertThat(signIn(program.client(), NEW).expect(200).path()).isEqualTo("/account");
        assertThat(new Letters(program, fan.email())
                        .titled("Your password was changed")
                        .text())
                .contains("signed in to it", "/password-reset");
        assertThat(count("select count(*) from events.event where type = 'password_changed' and key = :id"))
                .isEqualTo(1);
        await().until(() -> audited("identity.change_password") == 1);
    }

    @Test
    void aFanBecomesACreatorOnTheirAccountsPage() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer account = browser.get("auth", "/account");
        assertThat(account.body()).contains("Become a creator");
        HttpAnswer done = browser.submitForm(account, "/account/creator", Map.of());
        assertThat(done.body()).contains("second factor");
        assertThat(
                        count(
                                "select count(*) from identity.role_grant where account_id = cast(:id as uuid) and role = 'CREATOR'"))
                .isEqualTo(1);
        await().until(() -> audited("identity.become_creator") == 1);
    }

    @Test
    void aRoleThatStaffHaveTakenAwayNobodyTakesBack() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer account = browser.get("auth", "/account");
        browser.submitForm(account, "/account/creator", Map.of());
        program.users()
                .administrator()
                .client()
                .api("DELETE", "/api/v1/accounts/" + fan.id() + "/roles/CREATOR")
                .expect(204);
        await().until(() -> audited("identity.withdraw_role") == 1);
        HttpAnswer refused = browser.submitForm(browser.get("auth", "/account"), "/account/creator", Map.of());
        assertThat(refused.body()).contains("Only whoever runs this site");
        assertThat(
                        count(
                                "select count(*) from identity.role_grant where account_id = cast(:id as uuid) and role = 'CREATOR'"))
                .isZero();
    }

    @Test
    void aSessionWhoseProofIsOldChangesNoPassword() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer form = browser.get("auth", PASSWORD);
        owner.sql("update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = :id")
                .param("id", UUID.fromString(fan.id()))
                .update();
        assertThat(browser.get("auth", PASSWORD).expect(200).body())
                .contains("/account/confirm?back=/account/password")
                .doesNotContain("type=\"password\"");
        assertThat(choose(form, NEW).path()).startsWith("/account/confirm");
        assertThat(signIn(program.client(), fan.password()).expect(200).path()).isEqualTo("/account");
    }

    @Test
    void aPasswordThatBreaksTheRulesIsRefusedBesideItsField() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer form = browser.get("auth", PASSWORD);
        assertThat(choose(form, "short").expect(422).body())
                .contains("id=\"password-error\"", "15 to 128 characters")
                .doesNotContain("value=\"short\"");
        assertThat(choose(form, fan.email()).expect(422).body()).contains("close to your name or email address");
    }

    @Test
    void theSessionAloneIsNotEnoughForANewPassword() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer form = browser.get("auth", PASSWORD);
        assertThat(choose(form, "", NEW).expect(422).body())
                .contains("id=\"present-password-error\"", "This must not be empty.");
        assertThat(choose(form, "some other long sentence", NEW).expect(422).body())
                .contains("id=\"present-password-error\"", "This is not the password of your account.");
        assertThat(count("""
                        select count(*) from events.event
                         where type = 'authenticationAttempt' and payload ->> 'account' = :id
                           and payload ->> 'success' = 'false'""")).isEqualTo(1);
        assertThat(choose(form, fan.password()).expect(422).body())
                .contains("id=\"password-error\"", "This is the password that you have.");
        assertThat(signIn(program.client(), fan.password()).expect(200).path()).isEqualTo("/account");
    }

    @Test
    void whoeverWasThrownOutWhileAPasswordWasHashedDoesNotSetIt() {
        Instant now = Instant.now();
        SignInProof ended = new SignInProof(
                AccountId.of(fan.id()), EnumSet.of(Factor.PASSWORD), now, now, UUID.randomUUID(), "auth", null);
        assertThatExceptionOfType(SignInRequired.class)
                .isThrownBy(() -> program.bean(PasswordChange.class)
                        .change(ended, fan.password(), NEW, new Origin("a place", "agent", null, "auth")));
        assertThat(signIn(program.client(), fan.password()).expect(200).path()).isEqualTo("/account");
    }

    @Test
    void aNewNameIsShownAndFollowsTheRulesOfRegistration() {
        signIn(browser, fan.password()).expect(200);
        HttpAnswer form = browser.get("auth", "/account/name");
        assertThat(name(form, "Fanz Support").expect(422).body())
                .contains("id=\"name-error\"", "the site’s own", "value=\"Fanz Support\"");
        assertThat(name(form, "Example Listed Trader").expect(422).body())
                .contains("We cannot take this name")
                .doesNotContain("anction list");
        HttpAnswer done = name(form, "  Zoë of the Hill ");
        assertThat(done.expect(200).path()).isEqualTo("/account");
        assertThat(done.body()).contains("That is your name from now on.", "<h1>Zoë of the Hill</h1>");
        assertThat(count("select count(*) from events.event where type = 'public_name_changed' and key = :id"))
                .isEqualTo(1);
        await().until(() -> audited("identity.change_name") == 1);
    }

    private HttpAnswer choose(HttpAnswer page, String password) {
        return choose(page, fan.password(), password);
    }

    private HttpAnswer choose(HttpAnswer page, String present, String password) {
        return browser.submitForm(
                page,
                PASSWORD,
                Map.of(
                        "present-password",
                        present,
                        "password",
                        password,
                        "_key",
                        UUID.randomUUID().toString()));
    }

    private HttpAnswer name(HttpAnswer page, String name) {
        return browser.submitForm(
                page,
                "/account/name",
                Map.of("name", name, "_key", UUID.randomUUID().toString()));
    }

    private HttpAnswer signIn(ProgramClient client, String password) {
        return client.submitForm(
                client.get("auth", "/sign-in"), "/sign-in", Map.of("email", fan.email(), "password", password));
    }

    private long audited(String action) {
        return count("select count(*) from audit.entry where name = '" + action + "' and subject = 'account:' || :id");
    }

    private long count(String query) {
        return owner.sql(query).param("id", fan.id()).query(Long.class).single();
    }
}
