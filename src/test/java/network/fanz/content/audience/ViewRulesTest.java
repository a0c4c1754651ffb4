package network.fanz.content.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a view. */
class ViewRulesTest {
    @ParameterizedTest
    @CsvSource({
        "'', 10, false",
        "0, 10, true",
        "9, 10, true",
        "10, 11, false",
        "11, 11, false",
        "0, 1, true",
        "19, 20, false",
        "18 19, 20, true"
    })
    void threeSecondsAreOneOrATenthIs(String pieces, int parts, boolean view) {
        BitSet sent = new BitSet();
        Pattern.compile("[0-9]+").matcher(pieces).results().forEach(piece -> sent.set(Integer.parseInt(piece.group())));
        assertThat(ViewRules.isView(sent, parts)).isEqualTo(view);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
            })
    void browsersCount(String agent) {
        assertThat(ViewRules.isBrowser(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "curl/8.5.0",
                "Java-http-client/25",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36"
            })
    void whatSaysThatItIsAProgramDoesNot(String agent) {
        assertThat(ViewRules.isBrowser(agent)).isFalse();
        assertThat(ViewRules.isBrowser(null)).isFalse();
    }

    @Test
    void piecesAreTheSameOnEveryRung() {
        assertThat(ViewRules.piece(rendition("720p/00003.m4s", RenditionKind.SEGMENT)))
                .hasValue(2);
        assertThat(ViewRules.piece(rendition("360p/00003.m4s", RenditionKind.SEGMENT)))
                .hasValue(2);
        assertThat(ViewRules.piece(rendition("picture.jpg", RenditionKind.PICTURE)))
                .hasValue(0);
        assertThat(ViewRules.piece(rendition("720p/init.mp4", RenditionKind.SEGMENT)))
                .isEmpty();
        assertThat(ViewRules.piece(rendition("thumbnail.jpg", RenditionKind.THUMBNAIL)))
                .isEmpty();
        assertThat(ViewRules.piece(rendition("poster.jpg", RenditionKind.POSTER)))
                .isEmpty();
    }

    private static Rendition rendition(String name, RenditionKind kind) {
        return new Rendition(UUID.randomUUID(), "b", name, kind, "x/y", 1, "", 0, 0, "");
    }
}
