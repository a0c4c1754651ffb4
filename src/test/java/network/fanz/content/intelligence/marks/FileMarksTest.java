package network.fanz.content.intelligence.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import network.fanz.content.intelligence.Drawings;
import network.fanz.content.intelligence.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say of their own making, in each format. */
class FileMarksTest {
    private static final String XMP = "<rdf:Description Iptc4xmpExt:DigitalSourceType="
            + "\"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"/>";
    private static final byte[] JUMBF = latin("\0\0\0\u0030jumb\0\0\0\u0028jumdc2pa");

    @TempDir
    private Path folder;

    @Test
    void aFileWithoutMarksSaysNothing() throws IOException {
        assertThat(marks(Drawings.one())).containsEntry("ai.marked", 0.0).containsEntry("c2pa.present", 0.0);
    }

    @Test
    void readsPngChunks() throws IOException {
        assertThat(marks(png("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + XMP))))
                .containsEntry("ai.marked", 1.0);
        assertThat(marks(png("tEXt", latin("parameters\0a house\nNegative prompt: rain\nSteps: 20"))))
                .containsEntry("ai.marked", 1.0);
        assertThat(marks(png("tEXt", latin("workflow\0{\"nodes\": []}")))).containsEntry("ai.marked", 1.0);
        assertThat(marks(png("tEXt", latin("Title\0A prompt answer")))).containsEntry("ai.marked", 0.0);
        assertThat(marks(png("caBX", JUMBF))).containsEntry("c2pa.present", 1.0).containsEntry("ai.marked", 0.0);
    }

    @Test
    void readsJpegSegments() throws IOException {
        assertThat(marks(jpeg(0xE1, latin("http://ns.adobe.com/xap/1.0/\0" + XMP))))
                .containsEntry("ai.marked", 1.0);
        assertThat(marks(jpeg(0xEB, JUMBF))).containsEntry("c2pa.present", 1.0);
        assertThat(marks(jpeg(0xE1, "Exif\0\0UNICODE\0Negative prompt: rain".getBytes(StandardCharsets.UTF_16BE))))
                .containsEntry("ai.marked", 1.0);
        assertThat(marks(jpeg(0xE0, JUMBF))).containsEntry("c2pa.present", 0.0);
    }

    @Test
    void readsWebpChunksAndBoxes() throws IOException {
        byte[] webp = joined(
                latin("RIFF\0\0\0\0WEBP"),
                latin("VP8L"),
                little(3),
                new byte[4],
                latin("XMP "),
                little(XMP.length()),
                latin(XMP));
        assertThat(marks(webp)).containsEntry("ai.marked", 1.0);
        byte[] film = joined(
                big(16), latin("ftypisom\0\0\0\0"), big(8), latin("free"), big(8 + JUMBF.length), latin("uuid"), JUMBF);
        assertThat(marks(film)).containsEntry("c2pa.present", 1.0);
    }

    @Test
    void noBytesAreTooStrange() throws IOException {
        Random chance = new Random(20261130);
        for (byte[] start :
                new byte[][] {png("caBX", JUMBF), jpeg(0xEB, JUMBF), latin("\0\0\0\1ftyp"), latin("RIFF....WEBP")}) {
            for (int time = 0; time < 50; time++) {
                byte[] noise = new byte[500];
                chance.nextBytes(noise);
                assertThat(marks(joined(start, noise))).hasSize(2);
                start[chance.nextInt(start.length)] = (byte) chance.nextInt();
            }
        }
    }

    private Map<String, Double> marks(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("file"), file);
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            return FileMarks.of(channel, Instant.EPOCH).stream().collect(Collectors.toMap(Signal::name, Signal::score));
        }
    }

    private static byte[] png(String chunk, byte[] content) {
        return joined(
                latin("\u0089PNG\r\n\u001a\n"),
                big(0),
                latin("IDAT"),
                big(0),
                big(content.length),
                latin(chunk),
                content,
                big(0));
    }

    private static byte[] jpeg(int segment, byte[] content) {
        return joined(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) segment},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
                content,
                new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2});
    }

    private static byte[] big(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] little(int number) {
        return big(Integer.reverseBytes(number));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
