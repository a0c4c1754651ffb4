package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.fanz.testing.OffsetClock;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who is not signed in has tried leaves nothing that lasts, and what a limit refuses makes no row each. */
@Tag("database")
class StrangersLeaveLittleTest {
    private static final OffsetClock CLOCK = new OffsetClock();
    private static RunningFanz program;
    private static JdbcClient owner;

    @BeforeAll
    static void start() {
        program = RunningFanz.at(CLOCK, "--fanz.limits.sign-in-account=3/600s/3");
        owner = JdbcClient.create(program.database().asOwner());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private static void guess(String email, String address) {
        program.clientFrom(address)
                .api("POST", "/api/v1/sessions", Map.of("email", email, "password", "a guess of many words"));
    }

    @Test
    void aFailedSignInLeavesTheLogAndAWatchersCountStays() {
        SignedInUser victim = program.users().fan();
        String failures = "select count(*) from events.event where payload ->> 'success' = 'false'";
        for (int address = 1; address <= 20; address++) {
            guess(victim.email(), "127.16.1." + address);
            guess("nobody-" + address + "@example.org", "127.16.1." + address);
        }
        program.settle();
        assertThat(count(failures + " and payload ->> 'reason' = 'limited'"))
                .as("refused by the account's limit")
                .isEqualTo(1);
        assertThat(count("select failures from identity.account where id = '" + victim.id() + "'"))
                .isEqualTo(20);
        CLOCK.forward(Duration.ofMinutes(11));
        // A subscription that does not handle them has them behind it within a second.
        await().until(() -> {
            program.run("events.forget");
            return count(failures) == 0;
        });
        assertThat(
                        count(
                                "select count(*) from monitoring.security_event where metadata ->> 'reason' = 'unknown_account'"))
                .isEqualTo(20);
        CLOCK.correct();
    }

    @Test
    void whatTheLawRefusesIsCountedAndIsOneEntryOfTheAuditLogAnHour() {
        ProgramClient stranger = program.clientFrom("127.16.2.1");
        long before = count("select count(*) from events.event");
        for (int i = 0; i < 10; i++) {
            stranger.api("POST", "/api/v1/registrations", child(i)).expectProblem(403, "not-eligible");
        }
        assertThat(count("select count(*) from events.event")).isEqualTo(before);
        owner.sql("update identity.refused_registration set hour = hour - interval '1 hour'")
                .update();
        program.run("identity.refused-registrations");
        program.run("identity.refused-registrations");
        program.settle();
        assertThat(owner.sql(
                                "select details::jsonb ->> 'count' from audit.entry where name = 'identity.refuse_registrations'")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("10"));
    }

    private static Map<String, Object> child(int number) {
        return Map.of(
                "email", "child-" + number + "@example.org",
                "password", "violet tram under nine bridges",
                "name", "Somebody Young",
                "dateOfBirth", "2020-01-01",
                "country", "DE",
                "role", "FAN");
    }
}
