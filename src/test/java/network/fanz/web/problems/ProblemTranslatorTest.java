package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DateTimeException;
import network.fanz.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;

/** What becomes of failures that no door foresaw. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemTranslatorTest {
    private static final MockHttpServletRequest REQUEST = new MockHttpServletRequest("POST", "/passes/private-words");

    @ParameterizedTest
    @CsvSource({
        "22008, 422, invalid-field",
        "22021, 422, invalid-field",
        "23505, 409, conflict",
        "25P04, 503, unavailable",
        "08006, 503, unavailable",
        "57P01, 503, unavailable",
        "23514, 500, unexpected",
        "42P01, 500, unexpected"
    })
    void whatTheDatabaseRefusesIsNamed(String state, int status, String type) {
        Problem problem = of(new UncategorizedSQLException("task", null, new SQLException("private words", state)));
        assertThat(problem.type().status()).isEqualTo(status);
        assertThat(problem.type().value()).isEqualTo(type);
    }

    @Test
    void whatNoCalendarOrNumberHoldsIsTheCallersToMend() {
        assertThat(of(new DateTimeException("x")).type().status()).isEqualTo(422);
        assertThat(of(new ArithmeticException("x")).type().status()).isEqualTo(422);
    }

    @Test
    void nobodySaysThatNothingWasChangedWhenNobodyKnows() {
        Problem lost = of(new org.springframework.transaction.TransactionSystemException("commit"));
        assertThat(lost.type().status()).isEqualTo(503);
        assertThat(lost.detail()).contains("nobody knows yet whether this was done", "same key");
    }

    @Test
    void aFaultIsFoundInTheLogAndNobodysWordsAre(CapturedOutput output) {
        Problem problem = of(new IllegalStateException("private words", new IllegalArgumentException("private words")));
        String reference = problem.detail().replaceAll(".* as (.*)\\.", "$1");
        assertThat(output.getAll())
                .contains(reference, "IllegalStateException", "ProblemTranslatorTest.java:")
                .doesNotContain("private");
    }

    private static Problem of(Throwable thrown) {
        return ProblemTranslator.of(thrown, REQUEST);
    }
}
