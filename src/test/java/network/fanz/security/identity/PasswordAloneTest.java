package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever needs a second factor and has given a password alone is not signed in: not in events, not in the audit log, not in figures. */
@Tag("database")
class PasswordAloneTest {
    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());

    @Test
    void isNoSignInUntilTheSecondFactorIsGiven() {
        Map<String, Object> creator =
                SignInTest.with(SignInTest.person(SignInTest.newEmail()), Map.of("role", "CREATOR"));
        ProgramClient client = program.client();
        String id =
                client.api("POST", "/api/v1/registrations", creator).expect(201).text("account");
        client.withToken(
                SignInTest.signIn(client, String.valueOf(creator.get("email")), String.valueOf(creator.get("password")))
                        .expect(201)
                        .text("token"));
        program.settle();
        assertThat(titles(id)).contains("Password Accepted").doesNotContain("Sign-in Success", "MFA Success");
        assertThat(actions(id)).contains("identity.accept_factor").doesNotContain("identity.sign_in");
        assertThat(daysActive(id)).isZero();
    }

    @Test
    void isOneWhenItIsGiven() {
        SignedInUser creator = program.users().creator();
        ProgramClient client = program.client();
        client.withToken(SignInTest.signIn(client, creator.email(), creator.password())
                .expect(201)
                .text("token"));
        client.api(
                        "POST",
                        "/api/v1/sessions/current/totp",
                        Map.of("code", Objects.requireNonNull(creator.totp()).next()))
                .expect(200);
        program.settle();
        assertThat(titles(creator.id())).contains("MFA Success").doesNotContain("Sign-in Success");
        assertThat(actions(creator.id())).contains("identity.sign_in");
        assertThat(daysActive(creator.id())).isOne();
    }

    private List<String> titles(String account) {
        return program.users()
                .staff(Role.ANALYST)
                .client()
                .api("GET", "/api/v1/security/events?userId=" + account)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("title").asString())
                .toList();
    }

    private List<String> actions(String account) {
        return owner.sql("select name from audit.entry where subject = 'account:' || :id")
                .param("id", account)
                .query(String.class)
                .list();
    }

    private long daysActive(String account) {
        return owner.sql("select count(distinct day) from analytics.activity where account = cast(:id as uuid)")
                .param("id", account)
                .query(Long.class)
                .single();
    }
}
