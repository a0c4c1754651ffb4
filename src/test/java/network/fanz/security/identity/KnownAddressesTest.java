package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.platform.jobs.JobState;
import network.fanz.platform.jobs.Jobs;
import network.fanz.testing.PassingClock;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An address is a place that an account knows for 180 days after the last sign-in from there. */
@Tag("database")
class KnownAddressesTest {
    @Test
    void isForgottenHalfAYearAfterTheLastSignIn() {
        PassingClock clock = new PassingClock();
        try (RunningFanz program = RunningFanz.at(clock)) {
            SignedInUser left = program.users().fan();
            SignedInUser stays = program.users().fan();
            clock.pass(Duration.ofDays(179));
            program.users().signIn(stays);
            swept(program, clock);
            assertThat(knowing(program)).contains(left.id(), stays.id());
            clock.pass(Duration.ofDays(2));
            swept(program, clock);
            assertThat(knowing(program)).contains(stays.id()).doesNotContain(left.id());
        }
    }

    /** Waits for a run of the job that began after now. One that was under way puts the next off by its period, so time is moved again. */
    private static void swept(RunningFanz program, PassingClock clock) {
        Instant now = clock.instant();
        await().untilAsserted(() -> {
            JobState job = sweep(program);
            if (!job.running() && job.startedAt() != null && job.startedAt().isBefore(now)) {
                Duration left = Duration.between(clock.instant(), job.nextAt());
                clock.pass(left.isNegative() ? Duration.ZERO : left.plusMillis(1));
            }
            assertThat(job.startedAt()).isAfterOrEqualTo(now);
            assertThat(job.running()).isFalse();
            assertThat(job.outcome()).isEqualTo("done");
        });
    }

    private static JobState sweep(RunningFanz program) {
        return program.bean(Jobs.class).states().stream()
                .filter(job -> job.name().equals("identity.sweep"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> knowing(RunningFanz program) {
        return JdbcClient.create(program.database().asOwner())
                .sql("select account_id::text from identity.known_address")
                .query(String.class)
                .list();
    }
}
