package network.fanz.content.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** Files that were made to break whoever opens them end in a plain refusal, soon and in little memory. */
class HostilePicturesTest {
    private static final byte[] PNG_BEGINS = "\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final ImageHasher hasher = hasher(DataSize.ofMegabytes(32), SECONDS);

    private static ImageHasher hasher(DataSize fileMax, Duration readMax) {
        return new ImageHasher(TestPictures.within(fileMax, 64_000_000, readMax));
    }

    private record Hostile(String what, byte[] file, PictureRefusal refusal) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> hostile() {
        byte[] drawing = Drawings.one();
        byte[] photo = Drawings.jpeg(Drawings.image(drawing), 0.8f, false);
        byte[] webp = Drawings.file("lossy.webp");
        byte[] zip = "PK\u0003\u0004 and a program".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                new Hostile("nothing", new byte[0], PictureRefusal.NOT_A_PICTURE),
                new Hostile("a script", ascii("<svg onload=alert(1)>"), PictureRefusal.NOT_A_PICTURE),
                new Hostile("a GIF", ascii("GIF89a" + " ".repeat(40)), PictureRefusal.NOT_A_PICTURE),
                new Hostile("the first bytes of a PNG", PNG_BEGINS, PictureRefusal.DAMAGED),
                new Hostile("half a PNG", Arrays.copyOf(drawing, drawing.length / 2), PictureRefusal.DAMAGED),
                new Hostile("half a JPEG", Arrays.copyOf(photo, photo.length / 2), PictureRefusal.DAMAGED),
                new Hostile("half a WebP", Arrays.copyOf(webp, webp.length / 2), PictureRefusal.DAMAGED),
                new Hostile("a PNG and a ZIP", both(drawing, zip), PictureRefusal.MORE_BEHIND_IT),
                new Hostile("a JPEG and a ZIP", both(photo, zip), PictureRefusal.MORE_BEHIND_IT),
                new Hostile("a WebP and a ZIP", both(webp, zip), PictureRefusal.MORE_BEHIND_IT),
                new Hostile("a PNG of no width", png(0, 10, 8, 2, new byte[100]), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a PNG of no height", png(10, 0, 8, 2, new byte[100]), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a pixel bomb", png(60_000, 60_000, 8, 2, zeros(1 << 20)), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("the largest PNG", png(-1, -1, 8, 2, new byte[100]), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a very long line", png(40_000, 1, 8, 2, zeros(120_001)), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a PNG with too few pixels", png(500, 500, 8, 2, zeros(1000)), PictureRefusal.DAMAGED),
                new Hostile("a PNG whose sum is wrong", flipped(drawing, drawing.length - 30), PictureRefusal.DAMAGED),
                new Hostile("a PNG of odd depth", png(10, 10, 7, 2, zeros(400)), PictureRefusal.DAMAGED),
                new Hostile("a moving PNG", withChunk(drawing, "acTL", new byte[8]), PictureRefusal.ANIMATED),
                new Hostile(
                        "an unknown critical chunk",
                        withChunk(drawing, "CgBI", new byte[4]),
                        PictureRefusal.UNKNOWN_KIND),
                new Hostile("a moving WebP", movingWebp(10_000), PictureRefusal.ANIMATED),
                new Hostile("a WebP of another size than it says", resizedWebp(), PictureRefusal.DAMAGED),
                new Hostile("a JPEG bomb", jpegOf(photo, 65_000, 65_000), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a JPEG of no height", jpegOf(photo, 0, 300), PictureRefusal.TOO_MANY_PIXELS),
                new Hostile("a JPEG of 10,000 scans", scans(10_000), PictureRefusal.TOO_SLOW),
                new Hostile(
                        "a JPEG without pixels",
                        both(Arrays.copyOf(photo, 2), bytes(0xFF, 0xD9)),
                        PictureRefusal.DAMAGED),
                new Hostile(
                        "a JPEG with a segment of no length",
                        bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0),
                        PictureRefusal.DAMAGED));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWithAReason(Hostile hostile) {
        ImageHashes hashes = hasher.hashes(hostile.file());
        assertThat(hashes.refusal()).isEqualTo(hostile.refusal());
        assertThat(hashes.looks()).isEmpty();
        assertThat(hashes.isHashable()).isFalse();
        assertThat(hashes.digests().sha256()).hasSize(64);
    }

    /** What is packed beside the pixels is not unpacked, whatever it says of itself. */
    @Test
    void unpacksNoTextAndNoProfile() {
        byte[] packed = packed(zeros(200_000_000));
        byte[] text = both(ascii("Comment\0\0"), packed);
        byte[] file = withChunk(withChunk(Drawings.one(), "zTXt", text), "iCCP", text);
        assertThat(hasher.hashes(file).looks())
                .isEqualTo(hasher.hashes(Drawings.one()).looks());
    }

    /** A colour that a PNG calls transparent shows what is behind it, as an alpha channel does. */
    @Test
    void seesTheTransparentColourOfAPng() {
        byte[] pixels = new byte[64 * (1 + 3 * 64)];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = (byte) (at % 193 == 0 ? 0 : at / 193 / 8 % 2 * 200);
        }
        byte[] opaque = png(64, 64, 8, 2, pixels);
        byte[] transparent = withChunk(opaque, "tRNS", new byte[6]);
        assertThat(hasher.hashes(transparent).looks())
                .hasSizeGreaterThan(hasher.hashes(opaque).looks().size());
        assertThat(hasher.hashes(transparent).looks().getFirst())
                .isEqualTo(hasher.hashes(opaque).looks().getFirst());
    }

    @Test
    void readsATelephonesSecondPictureBehindTheFirst() {
        byte[] photo = Drawings.jpeg(Drawings.image(Drawings.one()), 0.8f, false);
        assertThat(hasher.hashes(both(photo, photo)).looks())
                .isEqualTo(hasher.hashes(photo).looks());
        assertThat(hasher.hashes(both(photo, Arrays.copyOf(photo, 500))).refusal())
                .isEqualTo(PictureRefusal.DAMAGED);
    }

    @Test
    void readsNoMoreThanSoLongAFileAndSoLongATime() {
        byte[] drawing = Drawings.file("drawing-0029.png");
        assertThat(hasher(DataSize.ofBytes(drawing.length - 1), SECONDS)
                        .hashes(drawing)
                        .refusal())
                .isEqualTo(PictureRefusal.TOO_LARGE);
        assertThat(hasher(DataSize.ofBytes(drawing.length), Duration.ZERO)
                        .hashes(drawing)
                        .refusal())
                .isEqualTo(PictureRefusal.TOO_SLOW);
    }

    @Test
    void takesTheDigestsOfAFileThatIsLargerThanItsMemory() throws Exception {
        try (InputStream endless = new Zeros(256L << 20)) {
            ImageHashes hashes = hasher.hashes(endless);
            assertThat(hashes.refusal()).isEqualTo(PictureRefusal.TOO_LARGE);
            assertThat(hashes.digests().md5()).isEqualTo("1f5039e50bd66b290c56684d8550c6c2");
        }
    }

    /** Whatever is wrong with the bytes, the answer is an answer. */
    @Test
    void neverFailsOnBrokenBytes() {
        List<byte[]> whole = List.of(
                Drawings.file("drawing-0008.png"),
                Drawings.jpeg(Drawings.image(Drawings.file("drawing-0008.png")), 0.7f, true),
                Drawings.file("lossy-alpha.webp"),
                Drawings.file("lossless-alpha.webp"));
        for (byte[] file : whole) {
            IntStream.range(0, 200).forEach(number -> {
                ImageHashes hashes = hasher.hashes(flipped(file, number * 7919 % file.length));
                assertThat(hashes.looks().isEmpty()).isEqualTo(hashes.refusal() != null);
            });
        }
    }

    private static byte[] flipped(byte[] file, int at) {
        byte[] broken = file.clone();
        broken[at] ^= 0x55;
        return broken;
    }

    private static byte[] png(int width, int height, int depth, int colours, byte[] pixels) {
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colours);
        return both(
                PNG_BEGINS, chunk("IHDR", header.array()), chunk("IDAT", packed(pixels)), chunk("IEND", new byte[0]));
    }

    /** Behind the header, which is 33 bytes long with the signature. */
    private static byte[] withChunk(byte[] png, String name, byte[] content) {
        return both(Arrays.copyOf(png, 33), chunk(name, content), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = both(ascii(name), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static byte[] movingWebp(int frames) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(riff("VP8X", bytes(2, 0, 0, 0, 9, 0, 0, 9, 0, 0)));
        chunks.writeBytes(riff("ANIM", new byte[6]));
        IntStream.range(0, frames).forEach(frame -> chunks.writeBytes(riff("ANMF", new byte[16])));
        return both(ascii("RIFF"), little(chunks.size() + 4), ascii("WEBP"), chunks.toByteArray());
    }

    private static byte[] resizedWebp() {
        byte[] file = Drawings.file("lossy.webp");
        file[24]++;
        return file;
    }

    private static byte[] riff(String name, byte[] content) {
        return both(ascii(name), little(content.length), content);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] jpegOf(byte[] photo, int height, int width) {
        byte[] file = photo.clone();
        int frame = frameOf(file);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return file;
    }

    private static int frameOf(byte[] file) {
        for (int at = 2; at < file.length; at++) {
            if ((file[at] & 255) == 0xFF && ((file[at + 1] & 255) == 0xC0 || (file[at + 1] & 255) == 0xC2)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no JPEG");
    }

    /** The last scan of a progressive picture again and again. */
    private static byte[] scans(int number) {
        byte[] file = Drawings.jpeg(new BufferedImage(4_000, 4_000, BufferedImage.TYPE_INT_RGB), 0.5f, true);
        int last = file.length - 2;
        while (!((file[last] & 255) == 0xFF && (file[last + 1] & 255) == 0xDA)) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(file, last, file.length - 2);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(file, 0, file.length - 2);
        IntStream.range(0, number).forEach(one -> many.writeBytes(scan));
        many.writeBytes(bytes(0xFF, 0xD9));
        return many.toByteArray();
    }

    private static byte[] zeros(int length) {
        return new byte[length];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    private static byte[] both(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + given, (byte) 0);
            left -= given;
            return given;
        }
    }
}
