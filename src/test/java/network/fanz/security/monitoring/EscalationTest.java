package network.fanz.security.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.platform.jobs.Jobs;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody takes up is told to the administrators, in the whole program and by its clock. */
@Tag("database")
class EscalationTest {
    private static final Set<String> JOBS = Set.of("monitoring.escalate", "mail.deliver");

    private final ManualClock clock = new ManualClock(Clock.systemUTC().instant());

    @Test
    void administratorsGetOneMailWithIdsOnly() {
        try (RunningFanz program = RunningFanz.at(clock)) {
            SignedInUser administrator = program.users().administrator();
            program.users().fan();
            AccountId by = AccountId.of(administrator.id());
            SecurityAlert alert = program.bean(Monitoring.class)
                    .createSecurityAlert(
                            new NewAlert("e-1", AlertType.BRUTE_FORCE, Severity.HIGH, "Secret title", "Words", null),
                            by);
            look(program, Duration.ofMinutes(29));
            assertThat(letters(program)).isEmpty();
            look(program, Duration.ofMinutes(2));
            assertThat(letters(program)).hasSize(1);
            MailboxMessage message = letters(program).getFirst();
            assertThat(message.to()).isEqualTo(administrator.email());
            assertThat(message.text())
                    .contains(alert.id().toString(), "high, brute force", "http://dash.")
                    .doesNotContain("Secret", "Words", "@");
            look(program, Duration.ofHours(3));
            assertThat(letters(program)).hasSize(1);
        }
    }

    /** Lets time pass, so that what is late is found, and then what was written is delivered. */
    private void look(RunningFanz program, Duration later) {
        untilJobsRest(program);
        clock.forward(later);
        untilJobsRest(program);
        clock.forward(Duration.ofSeconds(2));
        untilJobsRest(program);
    }

    /** A job's next time lies ahead from the end of its run on: then no run is under way that has looked at an earlier time. */
    private void untilJobsRest(RunningFanz program) {
        await().until(() -> program.bean(Jobs.class).states().stream()
                .filter(state -> JOBS.contains(state.name()))
                .allMatch(state -> state.nextAt().isAfter(clock.instant())));
    }

    private static List<MailboxMessage> letters(RunningFanz program) {
        return program.bean(Mailbox.class).messages(null).items().stream()
                .filter(message -> message.subject().contains("security alert"))
                .toList();
    }
}
