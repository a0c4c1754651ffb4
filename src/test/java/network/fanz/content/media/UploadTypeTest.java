package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTypeTest {
    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a4649460001, JPEG",
        "89504e470d0a1a0a0000000d49484452, PNG",
        "52494646240000005745425056503820, WEBP",
        "000000186674797069736f6d00000200, MP4",
        "000000206674797061766331, MP4",
        "00000020667479706d703432, MP4",
        "00000014667479707174202000000200, QUICKTIME",
        "000000086d6f6f76, QUICKTIME",
        "0000000877696465000000006d646174, QUICKTIME",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
        "1a45dfa301000000000000234286810142f7810142f2810442f3810842828477656 26d, WEBM",
        "1a45dfa3a34286810142f7810142f2810442f3810842828 86d6174726f736b61, MATROSKA"
    })
    void knowsWhatMayBeUploadedByItsFirstBytes(String hex, UploadType type) {
        assertThat(UploadType.of(bytes(hex))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "ffd8",
                "47494638396101000100",
                "25504446",
                "504b0304",
                "4d5a9000",
                "3c737667",
                "52494646240000005741564566",
                // Pictures and sound in the same boxes as films.
                "0000001c667479706176696600000000",
                "000000186674797068656963",
                "00000020667479704d344120",
                // EBML that is nothing of ours, and one that breaks off before it says what it is.
                "1a45dfa3a3428288666f6f62617262617a",
                "1a45dfa39f42868101",
                "1a45dfa39f428284776562",
                "1a45dfa39f4282"
            })
    void refusesEverythingElse(String hex) {
        assertThat(UploadType.of(bytes(hex))).isEmpty();
    }

    @Test
    void isNotTakenInByANameThatStandsFurtherBehind() {
        assertThat(UploadType.of("<html>ftypisom WEBP webm".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
