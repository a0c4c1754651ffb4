package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RedactedFailureTest {
    private final Throwable failure =
            new IllegalStateException("private words", new SQLException("Key (email)=(private words)", "23505"));

    @Test
    void saysClassesAndPlacesAndNobodysWords() {
        assertThat(RedactedFailure.describe(failure))
                .startsWith("IllegalStateException at RedactedFailureTest.java:")
                .contains(" < SQLException [23505]")
                .doesNotContain("private");
        assertThat(RedactedFailure.trace(failure))
                .contains("\njava.sql.SQLException\n\tat ", "RedactedFailureTest.java:")
                .doesNotContain("private");
    }

    @Test
    void saysInWordsThatTheDatabaseIsAway() {
        Throwable away = new IllegalStateException(new SQLException("private words", "57P01"));
        assertThat(RedactedFailure.describe(away))
                .isEqualTo("PostgreSQL cannot be reached; look after the database first");
        assertThat(RedactedFailure.trace(away))
                .contains("java.sql.SQLException")
                .doesNotContain("private");
    }

    /** FIPS 180-4's own example. */
    @Test
    void hashesAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
