package network.fanz.security.monitoring.securityevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import network.fanz.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class ForgettingTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final JdbcClient program = JdbcClient.create(database.asProgram());
    private final Instant now = Clock.systemUTC().instant();

    private void event(String title, String severity, int daysOld) {
        owner.sql("""
                        insert into monitoring.security_event
                          (id, at, recorded_at, source, category, severity, title, description, metadata, tags)
                        values (gen_random_uuid(), :at, :at, 'APPLICATION', 'SYSTEM', :severity, :title, '', '{}', '{}')
                        """)
                .param("at", Columns.utc(now.minus(Duration.ofDays(daysOld))))
                .param("severity", severity)
                .param("title", title)
                .update();
    }

    @Test
    void forgetsOldEventsABoundedNumberAtATimeAndNothingElse() {
        event("sign-in", "INFO", 120);
        event("second sign-in", "LOW", 110);
        event("attack of long ago", "HIGH", 500);
        event("attack", "HIGH", 120);
        event("new sign-in", "INFO", 10);
        SecurityEventStore events = new SecurityEventStore(program, JsonMapper.shared());
        Instant routine = now.minus(Duration.ofDays(90));
        Instant all = now.minus(Duration.ofDays(400));
        assertThat(List.of(events.forget(routine, all, 2), events.forget(routine, all, 2), events.forget(now, now, 0)))
                .containsExactly(2, 1, 0);
        assertThat(program.sql("select title from monitoring.security_event order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("attack", "new sign-in");
    }

    @Test
    void nobodyDeletesThemByHandAndNoneOfTheLastThirtyDaysGoes() {
        event("new attack", "HIGH", 20);
        SecurityEventStore events = new SecurityEventStore(program, JsonMapper.shared());
        assertThat(events.forget(now, now, 10)).isZero();
        for (JdbcClient role : List.of(owner, program)) {
            assertThatThrownBy(() ->
                            role.sql("delete from monitoring.security_event").update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void failuresBecomeOneCountedRowAnHourForEachAccountOrAddress() {
        Instant hour = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        for (int minute = 0; minute < 40; minute++) {
            failure("one", null, hour.plusSeconds(60L * minute));
        }
        failure("other", null, hour);
        UUID account = UUID.randomUUID();
        failure("one", account, hour);
        failure("other", account, hour.plusSeconds(60));
        failure("one", null, now.minusSeconds(60));
        SecurityEventStore events = new SecurityEventStore(program, JsonMapper.shared());
        assertThat(List.of(events.countStrangers(now, 100), events.countStrangers(now, 100)))
                .containsExactly(43, 0);
        assertThat(program.sql(
                                "select concat_ws(' ', ip_address, user_id is not null, attempts, metadata ->> 'addresses') "
                                        + "from monitoring.security_event order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("one f 40 1", "other f 1 1", "t 2 2", "one f 1");
        assertThat(program.sql("select description from monitoring.security_event where attempts = 40")
                        .query(String.class)
                        .single())
                .startsWith("40 alike, the first at ")
                .contains(":00:00 UTC, the last at ", ":39:00 UTC");
    }

    private void failure(String address, @Nullable UUID account, Instant at) {
        owner.sql("""
                        insert into monitoring.security_event
                          (id, at, recorded_at, source, category, severity, title, description, metadata, tags, ip_address, user_id)
                        values (gen_random_uuid(), :at, :at, 'AUTH_SERVICE', 'AUTHENTICATION', 'MEDIUM', 'Sign-in Failed', '',
                          '{"reason": "unknown_account"}', '{mfa,authentication}', :address, cast(:account as uuid))
                        """)
                .param("at", Columns.utc(at))
                .param("address", address)
                .param("account", account == null ? null : account.toString())
                .update();
    }
}
