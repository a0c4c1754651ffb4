package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNameTest {
    @ParameterizedTest
    @CsvSource({
        "' Ann\u00a0 Lee\u3000', Ann Lee",
        "Ju\u0308rgen, J\u00fcrgen",
        "\u0418\u0432\u0430\u043d Ivanov, \u0418\u0432\u0430\u043d Ivanov",
        "\u5c71\u7530 Hanako, \u5c71\u7530 Hanako",
        "\u05d3\u05e0\u05d4, \u05d3\u05e0\u05d4",
        "Mia \u2764\ufe0f, Mia \u2764",
        "\ud83d\udc69\u200d\ud83c\udfa4, \ud83d\udc69\u200d\ud83c\udfa4",
        "O\u2019Neil-S., O\u2019Neil-S.",
        "Supporter, Supporter",
        "J. R. Smith, J. R. Smith",
        "J.R.R. Tolk, J.R.R. Tolk",
        "Anna House, Anna House",
        "Franz, Franz",
    })
    void aNameIsKeptAsItIsRead(String typed, String kept) {
        assertThat(PublicName.of(typed).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u3164",
                "\u2800",
                "...",
                "An\u200bn",
                "An\u200dn",
                "An\u200cn",
                "\u202eeilA",
                "Ann\u2069",
                "An\u00adn",
                "\ufeffAnn",
                "An\u0000n",
                "A\nB",
                "A\ue000",
                "Z\u0335\u0336\u0337\u0338\u0321",
                "P\u0430ul",
                "Br\u03bfs",
                "Ann\udb40\udc41",
                "fanz",
                "Kundendienst",
                "Administratorin",
                "Die Fanz Sicherheit",
                "F A N Z",
                "Fan\u007a Support",
                "f\u0430nz",
                "\u0455upp\u043ert",
                "Adm\u0131n",
                "\ufb01nn\u200b",
                "F\u00e0nz",
                "F\u1ea1nz",
                "\ua730anz",
                "Fan\u01b6",
                "Mr Fanz",
                "Fanz: Konto gesperrt",
                "The house",
                "Die Plattform",
                "Platform staff",
                "Finanzteam der Plattform",
                "Verwaltung",
                "Payment provider",
                "Deine Bank",
                "http://evil.com",
                "evil.com/x",
                "Ann evil.com",
                "@ann"
            })
    void aNameThatCannotBeReadOrPassesForTheHouseIsRefused(String typed) {
        assertThatThrownBy(() -> PublicName.of(typed)).isInstanceOf(InvalidField.class);
    }
}
