package network.fanz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.fanz.testing.RunningFanz;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailboxOverHttpTest {
    @Test
    void showsAdministratorsWhatARegistrationWrites() {
        RunningFanz program = RunningFanz.shared();
        Person fan = program.people().fan();
        Visitor administrator = program.people().administrator().visitor();
        await().untilAsserted(() -> assertThat(
                        administrator.api("GET", "/api/v1/mailbox").expect(200).body())
                .contains(fan.email())
                .contains("/verify-email?token="));
        fan.visitor().api("GET", "/api/v1/mailbox").expectProblem(403, "forbidden");
        program.visitor().api("GET", "/api/v1/mailbox").expectProblem(401, "sign-in-needed");
    }
}
