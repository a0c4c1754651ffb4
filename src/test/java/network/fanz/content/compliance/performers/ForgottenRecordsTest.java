package network.fanz.content.compliance.performers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seven years, from the last touch on: not a day less, and then everything. */
@Tag("database")
class ForgottenRecordsTest {
    private static final AccountId CREATOR = new AccountId(new UUID(1, 1));
    private static final Instant MADE = Instant.parse("2010-05-10T09:00:00Z");
    private static final Duration ALMOST = Duration.ofDays(7 * 365L + 1);
    private static final PerformerDetails ADA =
            new PerformerDetails("Lovelace", "Ada", List.of(), LocalDate.of(1985, 12, 10));

    private final ManualClock clock = new ManualClock(MADE);
    private RunningFanz program;
    private PerformerRecords records;

    @BeforeEach
    void start() {
        program = RunningFanz.at(clock);
        records = program.bean(PerformerRecords.class);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private void sweep() {
        program.bean(ForgottenRecords.class).forget();
    }

    private boolean isKept(UUID id) {
        return program.bean(SealedPerformers.class).exists(id);
    }

    @Test
    void aRecordGoesWhenItsSevenYearsAreOverAndNotADayBefore() {
        UUID id = records.record(CREATOR, false, ADA, "one");
        assertThat(records.own(CREATOR, id).keptUntil()).isEqualTo(Instant.parse("2017-05-10T09:00:00Z"));
        clock.set(Instant.parse("2017-05-09T09:00:00Z"));
        sweep();
        assertThat(isKept(id)).isTrue();
        clock.set(Instant.parse("2017-05-11T09:00:00Z"));
        sweep();
        assertThat(isKept(id)).isFalse();
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        for (String table : List.of("performer", "performer_version", "performer_document", "performer_name")) {
            assertThat(owner.sql("select count(*) from compliance." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThatThrownBy(() -> program.bean(Vault.class).seal(id, "compliance.any", "text"))
                .isInstanceOf(SubjectForgotten.class);
        program.settle();
        assertThat(owner.sql("select count(*) from audit.entry where name = 'compliance.forget_performer'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAmendmentBeginsTheTimeAnew() {
        UUID id = records.record(CREATOR, false, ADA, "one");
        clock.forward(ALMOST);
        PerformerDetails byron = new PerformerDetails("Byron", "Ada", List.of(), ADA.dateOfBirth());
        records.amend(CREATOR, id, 1, byron, new Amendment("Married.", "A certificate"), "two");
        clock.forward(ALMOST);
        sweep();
        assertThat(isKept(id)).isTrue();
        clock.forward(Duration.ofDays(3));
        sweep();
        assertThat(isKept(id)).isFalse();
    }

    /** Whatever the program asks: the database looks itself whether anything was added since. */
    @Test
    void theDatabaseRefusesToForgetWhatWasTouchedSince() {
        UUID id = records.record(CREATOR, false, ADA, "one");
        assertThat(program.bean(PerformerStore.class).forget(id, MADE)).isFalse();
        assertThat(isKept(id)).isTrue();
        assertThat(program.bean(PerformerStore.class).forget(id, MADE.plusSeconds(1)))
                .isTrue();
    }

    /** Whoever says that it is later than it is gets nothing forgotten: seven years are reckoned by the database's own clock. */
    @Test
    void noTimeThatIsGivenShortensTheSevenYears() {
        clock.set(Instant.now());
        UUID id = records.record(CREATOR, false, ADA, "one");
        assertThat(program.bean(PerformerStore.class).forget(id, Instant.now().plus(ALMOST)))
                .isFalse();
        assertThat(isKept(id)).isTrue();
    }

    @Test
    void aSweepGoesOnUntilNothingIsDue() {
        for (int number = 0; number < 101; number++) {
            records.record(CREATOR, false, ADA, "key-" + number);
        }
        clock.set(Instant.parse("2018-01-01T00:00:00Z"));
        sweep();
        assertThat(program.bean(SealedPerformers.class).count(CREATOR)).isZero();
    }
}
