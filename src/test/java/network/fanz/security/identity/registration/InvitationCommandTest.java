package network.fanz.security.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class InvitationCommandTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void whoeverHasTheMachineGetsAnInvitationThatWorksOnceAndIsAudited() {
        program.users().administrator();
        String before = issue();
        String token = issue();
        program.client()
                .api("POST", "/api/v1/invitations/acceptance", person(before))
                .expectProblem(410, "link-not-good");
        String account = program.client()
                .api("POST", "/api/v1/invitations/acceptance", person(token))
                .expect(201)
                .text("account");
        program.client()
                .api("POST", "/api/v1/invitations/acceptance", person(token))
                .expectProblem(410, "link-not-good");
        program.settle();
        var administrator = program.users().administrator().client();
        assertThat(administrator.api("GET", "/api/v1/accounts/" + account).body())
                .contains("ADMINISTRATOR");
        assertThat(administrator.api("GET", "/api/v1/audit").body()).contains("identity.invite_on_machine");
    }

    private String issue() {
        return InvitationCommand.issue(program.database().asProgram(), Duration.ofDays(1), Clock.systemUTC());
    }

    private static Map<String, Object> person(String token) {
        return new HashMap<>(Map.of(
                "token", token,
                "email", UUID.randomUUID() + "@example.org",
                "password", "violet tram under nine bridges",
                "name", "Somebody",
                "dateOfBirth", "1990-04-05",
                "country", "DE"));
    }
}
