package network.fanz.security.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B, and RFC 4226, appendix D. */
class TotpTest {
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void agreesWithTheVectorsOfTheStandard(long seconds, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(seconds));
        assertThat(new Totp("HmacSHA1", 8).code(seed(20), step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(seed(32), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).code(seed(64), step)).isEqualTo(sha512);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void agreesWithTheVectorsOfCounters(long counter, String code) {
        assertThat(Totp.USUAL.code(seed(20), counter)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndAfterAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long other = step - 3; other <= step + 3; other++) {
            boolean near = Math.abs(other - step) <= 1;
            assertThat(Totp.USUAL.stepOf(seed(20), Totp.USUAL.code(seed(20), other), now))
                    .isEqualTo(near ? OptionalLong.of(other) : OptionalLong.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesTheSecretAsTheStandardDoes(String text, String written) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Property
    void whatIsWrittenIsTheSameNumberInDigitsOfFiveBits(@ForAll("fives") byte[] bytes) {
        BigInteger read = BigInteger.ZERO;
        for (char letter : Base32.encode(bytes).toCharArray()) {
            int digit = letter >= 'A' ? letter - 'A' : letter - '2' + 26;
            read = read.shiftLeft(5).add(BigInteger.valueOf(digit));
        }
        assertThat(read).isEqualTo(new BigInteger(1, bytes));
    }

    @Provide
    Arbitrary<byte[]> fives() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(times -> Arbitraries.bytes().array(byte[].class).ofSize(5 * times));
    }

    @Test
    void stepsAreThirtySecondsAlsoBefore1970() {
        assertThat(Totp.step(Instant.ofEpochSecond(29))).isZero();
        assertThat(Totp.step(Instant.ofEpochSecond(30))).isEqualTo(1);
        assertThat(Totp.step(Instant.ofEpochSecond(-1))).isEqualTo(-1);
    }

    @Test
    void anUnknownAlgorithmIsAnError() {
        Totp none = new Totp("HmacNone", 6);
        assertThatThrownBy(() -> none.code(seed(20), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void drawsAPictureThatAReaderReads() throws Exception {
        QrCode code = QrCode.of("otpauth://totp/FANZ:somebody?secret=MZXW6YTBOI");
        var bits = new com.google.zxing.common.BitMatrix(code.size() * 4);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)")
                .matcher(code.path())
                .results()
                .forEach(run -> bits.setRegion(
                        Integer.parseInt(run.group(1)) * 4,
                        Integer.parseInt(run.group(2)) * 4,
                        Integer.parseInt(run.group(3)) * 4,
                        4));
        int[] pixels = new int[bits.getWidth() * bits.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = bits.get(i % bits.getWidth(), i / bits.getWidth()) ? 0xff000000 : 0xffffffff;
        }
        var image = new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(
                new com.google.zxing.RGBLuminanceSource(bits.getWidth(), bits.getHeight(), pixels)));
        assertThat(new com.google.zxing.qrcode.QRCodeReader().decode(image).getText())
                .isEqualTo("otpauth://totp/FANZ:somebody?secret=MZXW6YTBOI");
    }

    @Test
    void aPictureHasAQuietZoneOfFourModulesAllAround() {
        QrCode code = QrCode.of("somebody");
        List<int[]> runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z")
                .matcher(code.path())
                .results()
                .map(run -> IntStream.rangeClosed(1, 4)
                        .map(group -> Integer.parseInt(run.group(group)))
                        .toArray())
                .toList();
        assertThat(runs).isNotEmpty().allSatisfy(run -> {
            assertThat(run[0]).isBetween(4, code.size() - 5);
            assertThat(run[1]).isBetween(4, code.size() - 5);
            assertThat(run[3]).isEqualTo(run[2]);
            assertThat(run[0] + run[2]).isLessThanOrEqualTo(code.size() - 4);
        });
    }

    private static byte[] seed(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
