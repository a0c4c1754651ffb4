package network.fanz.content.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import network.fanz.common.InvalidField;
import network.fanz.content.search.SearchWords.Part;
import network.fanz.content.search.SearchWords.PartKind;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void readsEveryPart() {
        assertThat(SearchWords.read("sea \"slow motion\" -rain tag:Beach by:noor #x1 @mia -\"no way\" end")
                        .parts())
                .containsExactly(
                        new Part(PartKind.WORD, "sea", false),
                        new Part(PartKind.PHRASE, "slow motion", false),
                        new Part(PartKind.WORD, "rain", true),
                        new Part(PartKind.TAG, "Beach", false),
                        new Part(PartKind.CREATOR, "noor", false),
                        new Part(PartKind.TAG, "x1", false),
                        new Part(PartKind.CREATOR, "mia", false),
                        new Part(PartKind.PHRASE, "no way", true),
                        new Part(PartKind.WORD, "end", false));
    }

    @Test
    void whatIsOddIsNoFault() {
        assertThat(SearchWords.read("\"never ends").parts())
                .isEqualTo(List.of(new Part(PartKind.PHRASE, "never ends", false)));
        for (String odd :
                List.of("", " ", "-", "--", "\"", "\"\"", "tag:", "by:", "#", "@", "-#", "\u0000", "a\"b\"c")) {
            SearchWords.read(odd);
        }
        assertThat(SearchWords.read("- \"\" tag: # ").parts()).isEmpty();
    }

    @Test
    void onlyAWordAtTheEndMayStillBeTyped() {
        assertThat(SearchWords.read("by the se").open()).isTrue();
        assertThat(SearchWords.read("by the sea ").open()).isFalse();
        assertThat(SearchWords.read("\"by the sea\"").open()).isFalse();
        assertThat(SearchWords.read("by -the").open()).isFalse();
    }

    @Test
    void tooManyWordsAreRefused() {
        assertThat(SearchWords.read("a ".repeat(SearchWords.PARTS_MAX)).parts()).hasSize(SearchWords.PARTS_MAX);
        assertThatThrownBy(() -> SearchWords.read("a ".repeat(SearchWords.PARTS_MAX + 1)))
                .isInstanceOf(InvalidField.class);
    }
}
