package network.fanz.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.common.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that is copied from a page is read as it was shown. */
class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, '2,649', 2649",
        "ENGLISH, '1,002,649', 1002649",
        "GERMAN, 2.649, 2649",
        "GERMAN, 2649, 2649",
        "ENGLISH, 2.649, 2.649",
        "GERMAN, '2,649', '2,649'",
        "ENGLISH, '26,49', '26,49'",
        "GERMAN, 2026-03-31, 2026-03-31"
    })
    void losesTheSignsBetweenTheThousandsOfTheReadersLanguageAlone(Language language, String typed, String plain) {
        assertThat(Language.in(language, () -> NumberText.plain(typed))).isEqualTo(plain);
    }
}
