package network.fanz.content.compliance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates without a zone are read in the zone that makes the house the more careful. */
class DateReadingTest {
    /** Twelve hours behind UTC the birthday begins at noon UTC. */
    @ParameterizedTest
    @CsvSource({
        "2008-06-10, 2026-06-10T11:59:59Z, false",
        "2008-06-10, 2026-06-10T12:00:00Z, true",
        "2008-06-10, 2026-06-09T23:00:00Z, false",
        "2008-06-11, 2026-06-10T23:59:59Z, false",
        "2008-02-29, 2026-02-28T23:59:59Z, false",
        "2008-02-29, 2026-03-01T11:59:59Z, false",
        "2008-02-29, 2026-03-01T12:00:00Z, true",
        "2006-02-28, 2024-02-28T12:00:00Z, true",
        "2006-03-01, 2024-02-29T23:59:59Z, false",
        "1800-01-01, 2026-06-10T12:00:00Z, false",
        "2030-01-01, 2026-06-10T12:00:00Z, false"
    })
    void somebodyIsAdultOnceTheirBirthdayHasComeEverywhere(LocalDate born, Instant now, boolean adult) {
        assertThat(DateReading.isAdult(born, now)).isEqualTo(adult);
    }

    /** Fourteen hours ahead of UTC a day ends at ten in the morning UTC. */
    @Test
    void aDocumentIsOverOnceItsLastDayIsOverAnywhere() {
        LocalDate lastDay = LocalDate.of(2026, 6, 10);
        assertThat(DateReading.isOver(lastDay, Instant.parse("2026-06-10T09:59:59Z")))
                .isFalse();
        assertThat(DateReading.isOver(lastDay, Instant.parse("2026-06-10T10:00:00Z")))
                .isTrue();
    }
}
