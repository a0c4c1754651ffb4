package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which short addresses there are. */
class HandleTest {
    @ParameterizedTest
    @ValueSource(strings = {"noor", "@Noor", " noor ", "NOOR"})
    void whatPeopleTypeForTheSameAddressIsTheSame(String typed) {
        assertThat(Handle.of("handle", typed)).isEqualTo(new Handle("noor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "1noor",
                "_noor",
                "noor_",
                "no__or",
                "no-or",
                "no.or",
                "nöör",
                "n\u043E\u043Er",
                "no or",
                "c4242424242424242",
                "c4242_4242_4242_4242",
                "abcdefghijklmnopqrstuvwxyzabcde",
                "noor\u200B",
                "/noor"
            })
    void whatSomebodyCouldNotTypeOrTellApartIsNone(String typed) {
        assertThatThrownBy(() -> Handle.of("handle", typed))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("small letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "tube",
                "dash",
                "fanz_team",
                "fa_nz",
                "Sup_Port",
                "fanzmeet",
                "creators",
                "customer_support",
                "help_desk",
                "supp0rt",
                "offic1al"
            })
    void whatIsTheHousesOwnIsRefused(String typed) {
        assertThatThrownBy(() -> Handle.of("handle", typed)).hasMessageContaining("the site’s own");
    }

    @Test
    void anAddressThatCanBeNobodysLeadsNowhere() {
        assertThat(Handle.parse("no one")).isEmpty();
        assertThat(Handle.parse("1st")).isEmpty();
        assertThat(Handle.parse("noor")).contains(new Handle("noor"));
    }

    @Test
    void anAddressTakenBeforeItBecameTheHousesOwnGoesOnLeadingToItsOwner() {
        assertThat(Handle.parse("hilfe")).contains(new Handle("hilfe"));
    }
}
