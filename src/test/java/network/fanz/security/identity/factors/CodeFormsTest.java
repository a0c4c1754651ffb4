package network.fanz.security.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFormsTest {
    @ParameterizedTest
    @CsvSource({
        "123456, 123456",
        "123 456, 123456",
        "123-456, 123456",
        "12345, ''",
        "1234567, ''",
        "12345a, ''",
        "１２３４５６, ''",
        "'', ''"
    })
    void anAppsCodeIsSixDigitsHoweverTheyAreGrouped(String typed, String digits) {
        assertThat(CodeForms.totpDigits(typed)).isEqualTo(digits);
    }

    @Test
    void aRecoveryCodeIsShownInGroupsOfFourAndReadInAnyForm() {
        String code = CodeForms.recoveryCode(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThat(code).isEqualTo("AEBA-GBAF-AYDQ-QCIK");
        assertThat(CodeForms.recoveryLetters(code)).isEqualTo("AEBAGBAFAYDQQCIK");
        assertThat(CodeForms.recoveryLetters(" aebagbaf.ayd qqcik ")).isEqualTo("AEBAGBAFAYDQQCIK");
    }

    @Test
    void whatIsLongerThanAHundredIsNoCode() {
        assertThat(CodeForms.recoveryLetters("a".repeat(100))).hasSize(100);
        assertThat(CodeForms.recoveryLetters("a".repeat(101))).isEmpty();
    }
}
