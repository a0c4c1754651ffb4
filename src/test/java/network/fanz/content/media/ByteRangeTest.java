package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stretch of 100 bytes a request asks for. */
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 10",
        "bytes=90-, 90, 10",
        "bytes=90-500, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-500, 0, 100",
        "bytes=0-, 0, 100"
    })
    void isReadAsThePaperSays(String header, long first, long length) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(first, length, true));
    }

    @ParameterizedTest
    @CsvSource({"bytes=-", "bytes=5-4", "lines=0-1", "bytes=a-b", "'bytes=0-1,3-4'", "bytes=99999999999999999999-", "''"
    })
    void whatCannotBeReadOrAsksForSeveralIsTheWhole(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(0, 100, false));
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange(0, 100, false));
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThat(ByteRange.of("bytes=100-", 100).isNowhere()).isTrue();
        assertThat(ByteRange.of("bytes=-0", 100).isNowhere()).isTrue();
        assertThat(ByteRange.of("bytes=99-", 100).isNowhere()).isFalse();
        assertThat(ByteRange.of("bytes=99-", 100).header(100)).isEqualTo("bytes 99-99/100");
    }
}
