package network.fanz.content.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** PDQ as its authors' own program computes it, and what it is good for. */
class ImageHasherTest {
    private static final int SAME = 31;
    private static final int UNRELATED = 80;

    private final ImageHasher hasher =
            new ImageHasher(TestPictures.within(DataSize.ofMegabytes(32), 16_000_000, SECONDS));
    private static final Duration SECONDS = Duration.ofSeconds(10);

    static List<String> expected() {
        return Drawings.expected();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void equalsTheReferenceInAllEightForms(String line) {
        String[] cells = line.split(",");
        int quality = Integer.parseInt(cells[3]);
        PictureLook look = whole(Drawings.file(cells[0]));
        assertThat(look.quality()).isBetween(quality - 1, quality + 1);
        assertThat(look.isHashable()).isEqualTo(quality >= 50);
        assertThat(look.forms()).hasSize(8);
        if (quality >= 50) {
            for (PictureForm form : PictureForm.values()) {
                PdqHash wanted = PdqHash.read(cells[4 + form.ordinal()]).orElseThrow();
                assertThat(look.forms().get(form.ordinal()).distance(wanted))
                        .as(form.name())
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void writesAndReadsAHash() {
        PdqHash hash = whole(Drawings.one()).hash();
        assertThat(PdqHash.read(hash.hex())).contains(hash);
        assertThat(PdqHash.read(hash.hex().toUpperCase(java.util.Locale.ROOT))).contains(hash);
        assertThat(PdqHash.read("12")).isEmpty();
        assertThat(PdqHash.read("g".repeat(64))).isEmpty();
        assertThat(hash.distance(new PdqHash(~hash.first(), hash.second(), hash.third(), hash.fourth())))
                .isEqualTo(64);
    }

    @Test
    void takesTheDigestsOfTheBytes() {
        FileDigests digests = hasher.hashes("abc".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .digests();
        assertThat(digests.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(digests.sha1()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(digests.md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawing-0004.png", "drawing-0009.png", "drawing-0019.png", "drawing-0024.png"})
    void knowsAPictureThatWasResizedRecolouredOrWrittenAnew(String name) {
        BufferedImage image = Drawings.image(Drawings.file(name));
        PdqHash known = whole(Drawings.png(image)).hash();
        int width = image.getWidth();
        int height = image.getHeight();
        List<byte[]> others = List.of(
                Drawings.png(Drawings.scaled(image, width / 2, height / 2)),
                Drawings.png(Drawings.scaled(image, width * 2, height * 2)),
                Drawings.png(Drawings.scaled(image, 400, 400)),
                Drawings.jpeg(image, 0.5f, false),
                Drawings.jpeg(image, 0.3f, true),
                Drawings.png(Drawings.as(BufferedImage.TYPE_BYTE_GRAY, image)),
                Drawings.png(Drawings.as(BufferedImage.TYPE_USHORT_GRAY, image)),
                Drawings.png(Drawings.as(BufferedImage.TYPE_4BYTE_ABGR, image)),
                Drawings.png(Drawings.as(BufferedImage.TYPE_USHORT_565_RGB, image)),
                Drawings.png(Drawings.as(BufferedImage.TYPE_BYTE_INDEXED, image)));
        assertThat(others).allSatisfy(other -> assertThat(nearest(other, known)).isLessThanOrEqualTo(SAME));
    }

    @Test
    void knowsAPictureHoweverItLies() {
        BufferedImage image = Drawings.image(Drawings.one());
        PdqHash known = whole(Drawings.one()).hash();
        for (int quarters = 0; quarters < 4; quarters++) {
            for (boolean mirrored : new boolean[] {false, true}) {
                byte[] turned = Drawings.png(Drawings.turned(image, quarters, mirrored));
                assertThat(nearest(turned, known)).isLessThanOrEqualTo(SAME);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 60})
    void knowsAPictureBehindItsBorder(int bar) {
        BufferedImage image = Drawings.image(Drawings.one());
        PdqHash known = whole(Drawings.one()).hash();
        for (Color colour : List.of(Color.BLACK, Color.WHITE, Color.MAGENTA)) {
            BufferedImage framed = Drawings.framed(image, bar, colour);
            assertThat(nearest(Drawings.png(framed), known)).isLessThanOrEqualTo(2);
            assertThat(nearest(Drawings.jpeg(framed, 0.8f, false), known)).isLessThanOrEqualTo(SAME);
        }
    }

    @Test
    void seesThroughWhatIsTransparentOnBrightAndOnDarkPages() {
        BufferedImage image = Drawings.image(Drawings.one());
        BufferedImage light = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int pixel = image.getRGB(column, row);
                int luma = ((pixel >> 16 & 255) * 299 + (pixel >> 8 & 255) * 587 + (pixel & 255) * 114) / 1000;
                light.setRGB(column, row, 255 - luma << 24);
            }
        }
        PdqHash known = whole(Drawings.one()).hash();
        assertThat(whole(Drawings.png(light)).isHashable()).isFalse();
        assertThat(nearest(Drawings.png(light), known)).isLessThanOrEqualTo(SAME);
        assertThat(hasher.hashes(Drawings.png(light)).isHashable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "lossy-alpha.webp", "lossless-alpha.webp"})
    void readsWebp(String name) {
        ImageHashes hashes = hasher.hashes(Drawings.file(name));
        assertThat(hashes.refusal()).isNull();
        boolean alpha = name.contains("alpha");
        assertThat(hashes.looks().size()).isGreaterThanOrEqualTo(alpha ? 3 : 1);
        if (!alpha) {
            assertThat(nearest(
                            Drawings.file(name),
                            whole(Drawings.file("drawing-0002.png")).hash()))
                    .isLessThanOrEqualTo(name.equals("lossless.webp") ? 2 : SAME);
        }
    }

    @Test
    void tellsUnrelatedPicturesApart() {
        List<PictureLook> looks = Drawings.expected().stream()
                .map(line -> whole(Drawings.file(line.substring(0, line.indexOf(',')))))
                .filter(PictureLook::isHashable)
                .toList();
        for (PictureLook one : looks) {
            for (PictureLook other : looks) {
                if (one != other) {
                    assertThat(one.hash().distance(other.hash())).isGreaterThan(UNRELATED);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "1x500", "500x1", "2x2", "63x65", "64x64", "129x3", "127x129", "8000x40"})
    void hashesPicturesOfAnySize(String size) {
        String[] sides = size.split("x");
        BufferedImage small =
                Drawings.scaled(Drawings.image(Drawings.one()), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        ImageHashes hashes = hasher.hashes(Drawings.png(small));
        assertThat(hashes.refusal()).isNull();
        assertThat(hashes.looks().getFirst().quality()).isBetween(0, 100);
    }

    @Test
    void saysOfAFlatPictureThatItCannotBeHashed() {
        BufferedImage flat = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        ImageHashes hashes = hasher.hashes(Drawings.png(flat));
        assertThat(hashes.looks().getFirst().quality()).isZero();
        assertThat(hashes.isHashable()).isFalse();
        assertThat(hashes.refusal()).isNull();
    }

    @Test
    void hashesALargePictureByAllOfItsPixelsAndRefusesALarger() {
        BufferedImage drawing = Drawings.image(Drawings.one());
        BufferedImage large = Drawings.scaled(drawing, 3_300, 4_700);
        assertThat(hasher.hashes(Drawings.png(Drawings.scaled(drawing, 3_500, 4_900)))
                        .refusal())
                .isEqualTo(PictureRefusal.TOO_MANY_PIXELS);
        PdqHash known = whole(Drawings.one()).hash();
        assertThat(nearest(Drawings.png(large), known)).isLessThanOrEqualTo(SAME);
    }

    private PictureLook whole(byte[] file) {
        return hasher.hashes(file).looks().getFirst();
    }

    /** How near any look of a file comes to a hash, in any form. */
    private int nearest(byte[] file, PdqHash known) {
        ImageHashes hashes = hasher.hashes(file);
        assertThat(hashes.refusal()).isNull();
        return hashes.looks().stream()
                .flatMap(look -> look.forms().stream())
                .map(known::distance)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void theFormsStandInTheirOrder() {
        assertThat(Arrays.stream(PictureForm.values()).map(Enum::name))
                .containsExactly(
                        "ORIGINAL",
                        "ROTATED_90",
                        "ROTATED_180",
                        "ROTATED_270",
                        "FLIPPED_X",
                        "FLIPPED_Y",
                        "FLIPPED_PLUS_1",
                        "FLIPPED_MINUS_1");
    }
}
