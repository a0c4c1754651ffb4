package network.fanz.content.compliance.performers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.OtherNameKind;
import network.fanz.content.compliance.PerformerDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are written in other ways are found. */
class NameFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller | MUELLER",
                "Müller | Muller",
                "Müller | müller",
                "O’Brien | O'Brien",
                "O'Brien | obrien",
                "Anne-Marie | Anne Marie",
                "Núñez | Nunez",
                "Straße | Strasse",
                "Ｃｌｅｏ | cleo",
                "José  María | jose maria",
                "Şahin | Sahin",
                "Łukasz | Lukasz",
                "Lovelace, Ada | Lovelace Ada",
                "★ | ★",
                "Дарья | дарья"
            })
    void oneIsFoundByTheOther(String kept, String typed) {
        assertThat(NameForm.of(kept)).containsAnyElementsOf(NameForm.of(typed));
        assertThat(NameForm.of(typed)).containsAnyElementsOf(NameForm.of(kept));
    }

    @ParameterizedTest
    @CsvSource({"Anna, Anne", "Maria, Mario", "Li, Lee", "Дарья, Мария", "Ada Lovelace, Adal Ovelace"})
    void otherNamesAreOthers(String one, String other) {
        assertThat(NameForm.of(one)).doesNotContainAnyElementsOf(NameForm.of(other));
    }

    @Test
    void aPersonIsFoundByEachOfTheirNamesAndByBothOrders() {
        PerformerDetails ada = new PerformerDetails(
                "Lovelace",
                "Ada",
                List.of(
                        new OtherName(OtherNameKind.MAIDEN, "Byron"),
                        new OtherName(OtherNameKind.STAGE, "The Enchantress")),
                LocalDate.of(1985, 12, 10));
        assertThat(NameForm.of(ada))
                .containsExactlyInAnyOrder(
                        "lovelace", "ada", "ada lovelace", "lovelace ada", "byron", "the enchantress");
    }

    @Test
    void whoHasOneNameIsFoundByIt() {
        assertThat(NameForm.of(new PerformerDetails("Cher", "", List.of(), LocalDate.of(1985, 12, 10))))
                .containsExactly("cher");
    }
}
