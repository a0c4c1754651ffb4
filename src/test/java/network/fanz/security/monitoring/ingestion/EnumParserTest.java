package network.fanz.security.monitoring.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import network.fanz.common.InvalidField;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that senders write, and texts that they may not. */
class EnumParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"THREAT_DETECTED", "threat_detected"})
    void takesBothOfTheGuidesSpellings(String word) {
        assertThat(EnumParser.parse(AlertType.class, "type", word)).isEqualTo(AlertType.THREAT_DETECTED);
    }

    @ParameterizedTest
    @EnumSource(SecurityEventSource.class)
    void takesEverySourceInBothSpellings(SecurityEventSource source) {
        assertThat(EnumParser.parse(SecurityEventSource.class, "source", source.name()))
                .isEqualTo(source);
        assertThat(EnumParser.parse(
                        SecurityEventSource.class, "source", source.name().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Threat_Detected", "threat", "", " threat_detected"})
    void refusesAnUnknownWordAndNamesTheKnown(String word) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> EnumParser.parse(AlertType.class, "type", word))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("type"))
                .withMessageContaining("threat_detected")
                .withMessageContaining("brute_force");
    }

    @Test
    void refusesAMissingWord() {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> EnumParser.parse(Severity.class, "severity", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"User ann@example.com registered", "from 203.0.113.7", "two\nlines"})
    void refusesPersonalDataInATextOfTheLog(String text) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> LogText.required("description", text, 1000))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("description"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account 0198a2b4-0000-7000-8000-0123456789ab failed 11 times",
                "0199b9fa-98b8-751f-9642-660750332cb8",
                "Payment 01998742-7053-7943-807e-f91ca0a59518 was declined",
                "block 21480112 at 10:42",
                "v1.2.3"
            })
    void takesIdsNumbersAndTimes(String text) {
        assertThat(LogText.required("description", text, 1000)).isEqualTo(text);
    }
}
