package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final Throwable failure =
            new IllegalStateException("private words", new SQLException("Key (email)=(private words)", "23505"));

    @Test
    void saysClassesAndPlacesAndNobodysWords() {
        assertThat(Causes.describe(failure))
                .startsWith("IllegalStateException at CausesTest.java:")
                .contains(" < SQLException [23505]")
                .doesNotContain("private");
        assertThat(Causes.trace(failure))
                .contains("\njava.sql.SQLException\n\tat ", "CausesTest.java:")
                .doesNotContain("private");
    }

    /** FIPS 180-4's own example. */
    @Test
    void hashesAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
