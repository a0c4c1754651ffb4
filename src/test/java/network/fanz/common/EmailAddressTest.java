package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "j\u00fcrgen@example.org, ju\u0308rgen@example.org",
        "Ann@Example.ORG, ann@example.org",
        "ann@b\u00fccher.example, ann@xn--bcher-kva.example",
        "ann@B\u00dcCHER.example, ann@bu\u0308cher.example",
        "ann@stra\u00dfe.example, ann@xn--strae-oqa.example",
        "mi\u212ae@example.org, mike@example.org",
        "ann@example\u3002org, ann@example.org",
        "\uff41nn@example.org, ann@example.org",
        "' ann@example.org\u3000', ann@example.org",
    })
    void whateverIsTypedForOneMailboxIsOneAddress(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "stra\u00dfe@example.org, strasse@example.org",
        "ann@stra\u00dfe.example, ann@strasse.example",
        "a.b@example.org, ab@example.org"
    })
    void differentMailboxesStayDifferent(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "ann@",
                "@example.org",
                "ann@example",
                "ann@example.",
                "ann@.example.org",
                "ann@example..org",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a@b@example.org",
                "a b@example.org",
                "a,b@example.org",
                "a\"b\"@example.org",
                "ann@-example.org",
                "ann@example-.org",
                "ann@exa_mple.org",
                "ann@127.0.0.1",
                "ann@[127.0.0.1]",
                "a\u200bnn@example.org",
                "a\u202enn@example.org",
                "ann\u00ad@example.org",
                "ann@exa\u200dmple.org",
                "ann\ufeff@example.org",
                "ann\u2066@example.org",
                "a\u0000nn@example.org",
                "a\nnn@example.org",
                "ann\ufe0f@example.org",
                "a\u05d0nn@example.org",
                "a\u2024@example.org",
                "ann\uff20x@example.org",
                "a\ud800@example.org",
                "a\u3164@example.org",
                "ann@xn--a.example",
                "<ann@example.org>"
            })
    void whatNoMailServerAcceptsOrNobodySeesIsNoAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void lengthsAreTheStandardsInBytes() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("\u00fc".repeat(33) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("ann@" + "a".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("ann@" + "abcdefgh.".repeat(28) + "org")).isEmpty();
    }

    @Test
    void lettersGoToTheMailboxAsItWasTypedAndToTheDomainAsServersKnowIt() {
        assertThat(EmailAddress.of("email", " Ju\u0308rgen@B\u00dcCHER.example ")
                        .mailbox())
                .isEqualTo("J\u00fcrgen@xn--bcher-kva.example");
    }

    private static String key(String text) {
        return EmailAddress.of("email", text).key();
    }
}
