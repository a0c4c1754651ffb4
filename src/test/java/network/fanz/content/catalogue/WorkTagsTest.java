package network.fanz.content.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import network.fanz.common.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTagsTest {
    @Test
    void aTagHasOneForm() {
        assertThat(WorkTags.of(List.of("#Beach", "beach", "ＢＥＡＣＨ", "Slow-Motion", "straße", "Füße", "Cafe\u0301")))
                .containsExactly("beach", "slow-motion", "strasse", "füsse", "café");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "a",
                "-ab",
                "ab-",
                "a--b",
                "two words",
                "a/b",
                "<b>",
                "a_b",
                "tag:a",
                "4242-4242-4242-4242",
                "abcdefghijklmnopqrstuvwxyz1234567",
                "ab\u0000c",
                "\u0301ab"
            })
    void whatIsNoTagIsRefused(String tag) {
        assertThatThrownBy(() -> WorkTags.of(List.of(tag))).isInstanceOf(InvalidField.class);
    }

    @Test
    void tenAreTheMostAndTheSameTwiceIsOne() {
        List<String> ten =
                IntStream.range(10, 20).mapToObj(number -> "tag" + number).toList();
        assertThat(WorkTags.typed(String.join(", ", ten))).isEqualTo(ten);
        assertThatThrownBy(() -> WorkTags.typed(String.join(" ", ten) + " more"))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> WorkTags.typed("x".repeat(1_000_000))).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> WorkTags.of(Collections.nCopies(11, "same"))).isInstanceOf(InvalidField.class);
        assertThat(WorkTags.typed("  ")).isEmpty();
    }
}
