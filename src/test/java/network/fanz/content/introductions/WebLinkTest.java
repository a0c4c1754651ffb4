package network.fanz.content.introductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.fanz.common.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links a creator may have, and how a reader sees where each leads. */
class WebLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org, example.org, ''",
        "https://example.org/, https://example.org, example.org, ''",
        "HTTPS://Example.ORG/About?me=1#here, https://example.org/About?me=1#here, example.org, /About?me=1#here",
        "https://example.org/caf\u00E9, https://example.org/caf%C3%A9, example.org, /caf%C3%A9",
        "https://example.org/a\u202Eb, https://example.org/a%E2%80%AEb, example.org, /a%E2%80%AEb",
        "https://example.org/@noor, https://example.org/@noor, example.org, /@noor",
        "https://www.b\u00FCcher.example/x, https://www.xn--bcher-kva.example/x, www.b\u00FCcher.example, /x",
        "https://\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444, https://xn--e1afmkfd.xn--p1ai, \u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444, ''"
    })
    void showsTheWholeHostAndKeepsTheAddressInAscii(String typed, String url, String host, String rest) {
        WebLink link = WebLink.of("link1", " " + typed + " ");
        assertThat(link).isEqualTo(new WebLink(url, host, rest));
        assertThat(WebLink.kept(link.url())).contains(link);
    }

    /** "apple" in Cyrillic letters, "google" with one of them, a Latin letter of the shape of g, and the first as machines write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://\u0430\u0440\u0440\u04CF\u0435.com",
                "https://g\u043Eogle.com",
                "https://\u0261oogle.com",
                "https://xn--80ak6aa92e.com",
                "https://mail.\u0430\u0440\u0440\u04CF\u0435.com/b\u00FCcher"
            })
    void showsAHostThatLooksLikeAnotherAsMachinesWriteIt(String typed) {
        assertThat(WebLink.of("link1", typed).host()).matches("(mail\\.)?xn--[a-z0-9-]+\\.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "example.org",
                "//example.org",
                "https:example.org",
                "https:///example.org",
                "https://me:secret@example.org",
                "https://example.org@evil.example",
                "https://example.org:8443/x",
                "https://[::1]/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://localhost/",
                "https://example.org%40evil.example/",
                "https://example.org\\@evil.example/",
                "https://example.org\uFF0Fevil.example/",
                "https://exa mple.org/",
                "https://example.org/a b",
                "https://example.org/\u0000",
                "https://example.org/\na",
                "https://example.org/\"onmouseover=x",
                "https://-example.org/",
                "https://example..org/",
                "https://exa\u200Bmple\u202E.org/",
                "https://example.org/4242424242424242",
                "mailto:me@example.org"
            })
    void takesNoOther(String typed) {
        assertThatThrownBy(() -> WebLink.of("link2", typed))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("link2"));
    }

    @Test
    void isAsLongAsItsFieldAllowsAlsoWhenItIsWrittenOut() {
        String path = "x".repeat(WebLink.LENGTH_MAX - "https://example.org/".length());
        assertThat(WebLink.of("link1", "https://example.org/" + path).url()).hasSize(WebLink.LENGTH_MAX);
        assertThatThrownBy(() -> WebLink.of("link1", "https://example.org/x" + path))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> WebLink.of("link1", "https://example.org/" + "\u0436".repeat(60)))
                .isInstanceOf(InvalidField.class);
    }
}
