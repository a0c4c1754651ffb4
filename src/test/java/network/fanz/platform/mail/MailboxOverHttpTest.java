package network.fanz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailboxOverHttpTest {
    @Test
    void showsAdministratorsWhatARegistrationWrites() {
        RunningFanz program = RunningFanz.shared();
        SignedInUser fan = program.users().fan();
        ProgramClient administrator = program.users().administrator().client();
        await().untilAsserted(() -> assertThat(
                        administrator.api("GET", "/api/v1/mailbox").expect(200).body())
                .contains(fan.email())
                .contains("/verify-email?token="));
        fan.client().api("GET", "/api/v1/mailbox").expectProblem(403, "forbidden");
        program.client().api("GET", "/api/v1/mailbox").expectProblem(401, "sign-in-needed");
    }
}
