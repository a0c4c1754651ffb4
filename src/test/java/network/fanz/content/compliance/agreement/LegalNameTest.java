package network.fanz.content.compliance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signature is in the name of the document, however that writes it. */
class LegalNameTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Maker, Ada Maker",
        "ada maker, MAKER ADA",
        "Ada Maker, 'MAKER, ADA MARIE'",
        "Jose Nunez, José Núñez",
        "Anna-Lena Groß, ANNA LENA GROSS",
        "Sukarno, SUKARNO",
        "Łucja Maker, Łucja Maker",
        "Anna Anna, ANNA ANNA",
        "राम सिंह, सिंह राम"
    })
    void theSameNameIsTheSame(String typed, String onDocument) {
        assertThat(LegalName.isSame(typed, onDocument)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Ada Maker",
        "Ada Baker, Ada Maker",
        "Ada Maker Baker, Ada Maker",
        "Ada Ada, Ada Maker",
        "-, Ada Maker",
        "Maker, Baker",
        "Anna Anna Maker, Anna Maker",
        "किरण राम, कुरण राम",
        "रीम सिंह, राम सिंह"
    })
    void anotherNameOrHalfOfOneIsNot(String typed, String onDocument) {
        assertThat(LegalName.isSame(typed, onDocument)).isFalse();
    }
}
