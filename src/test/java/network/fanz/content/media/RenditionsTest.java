package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import network.fanz.common.AccountId;
import network.fanz.content.media.renditions.RenditionKeeper;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of uploads, and what of them is never shown. */
@Tag("database")
class RenditionsTest {
    private static final String SECRET = "GPS 52.5200 N 13.4050 E";
    private static TestModules modules;

    private final AccountId owner = new AccountId(UUID.randomUUID());

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        modules = TestModules.start(
                ManualClock.at("2026-05-01T10:00:00Z"),
                "platform.events",
                "platform.vault",
                "platform.objects",
                "security.audit",
                "content.media");
    }

    @AfterAll
    static void close() {
        modules.close();
    }

    @Test
    void aPictureIsDrawnAnewWithoutWhatItsFileSays() throws IOException, PictureRefused {
        UUID upload = StoredUploads.whole(modules, owner, UploadType.JPEG, photo(1, true));
        modules.bean(PictureRenditions.class).make(upload);
        List<Rendition> made = renditions().of(upload);
        assertThat(made).extracting(Rendition::name).containsExactly("picture.jpg", "thumbnail.jpg");
        for (Rendition each : made) {
            byte[] bytes = bytes(each);
            assertThat(bytes).hasSize((int) each.length());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif", "JFXX");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(image.getWidth()).isEqualTo(each.width());
            assertThat(image.getHeight()).isEqualTo(each.height());
        }
        assertThat(made.getFirst().width()).isEqualTo(900);
        assertThat(made.getLast().width()).isEqualTo(480);
        assertThat(made.getLast().length()).isLessThan(30_000);
    }

    /** The upper left corner of what the camera saw is red, the upper right one blue. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void howeverTheCameraWasHeldItStandsUpright(int orientation) throws IOException, PictureRefused {
        UUID upload = StoredUploads.whole(modules, owner, UploadType.JPEG, photo(orientation, true));
        modules.bean(PictureRenditions.class).make(upload);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                bytes(renditions().find(upload, "picture.jpg").orElseThrow())));
        assertThat(shown.getWidth()).isEqualTo(900);
        assertThat(shown.getHeight()).isEqualTo(600);
        assertThat(new Color(shown.getRGB(60, 60)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(840, 60)).getBlue()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(60, 540)).getRed()).isLessThan(80);
    }

    @Test
    void aBundleReplacesWhatItWasBeforeAndAnotherDigestIsAnotherDecision() throws IOException {
        UUID upload = StoredUploads.whole(modules, owner, UploadType.MP4, new byte[100]);
        keeper().keep(upload, "poster", List.of(file("poster.jpg", "one"), file("thumbnail.jpg", "two")));
        String before = renditions().digest(upload);
        keeper().keep(upload, "240p", List.of(file("240p/00001.m4s", "three")));
        keeper().keep(upload, "poster", List.of(file("poster.jpg", "other")));
        assertThat(renditions().of(upload)).extracting(Rendition::name).containsExactly("240p/00001.m4s", "poster.jpg");
        assertThat(new String(bytes(renditions().find(upload, "poster.jpg").orElseThrow()), StandardCharsets.UTF_8))
                .isEqualTo("other");
        assertThat(renditions().digest(upload)).isNotEqualTo(before);
        assertThat(renditions().find(upload, "thumbnail.jpg")).isEmpty();
        assertThat(renditions().find(upload, "../poster.jpg")).isEmpty();
        assertThatThrownBy(() -> file("../x", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withTheUploadTheyAreGone() throws IOException {
        UUID upload = StoredUploads.whole(modules, owner, UploadType.MP4, new byte[100]);
        keeper().keep(upload, "poster", List.of(file("poster.jpg", "one")));
        String address = renditions().find(upload, "poster.jpg").orElseThrow().address();
        modules.bean(Uploads.class).delete(upload, owner);
        assertThat(renditions().of(upload)).isEmpty();
        assertThat(JdbcClient.create(modules.database().asOwner())
                        .sql("select released_at is not null from objects.object where sha256 = ?")
                        .param(address)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        NewRendition late = file("poster.jpg", "late");
        assertThatThrownBy(() -> keeper().keep(upload, "poster", List.of(late))).isInstanceOf(RuntimeException.class);
        assertThat(renditions().of(upload)).isEmpty();
    }

    private NewRendition file(String name, String text) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        Files.writeString(file, text);
        return new NewRendition(name, RenditionKind.POSTER, "image/jpeg", 1, 1, file);
    }

    private static byte[] bytes(Rendition rendition) throws IOException {
        return Channels.newInputStream(renditions().open(rendition)).readAllBytes();
    }

    private static RenditionKeeper keeper() {
        return modules.bean(RenditionKeeper.class);
    }

    private static Renditions renditions() {
        return modules.bean(Renditions.class);
    }

    /** As a camera stores it that was held so: 900 x 600 pixels for whoever looks, with a place written into it. */
    private static byte[] photo(int orientation, boolean littleEndian) throws IOException {
        BufferedImage seen = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = seen.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, 900, 600);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 150, 150);
        pen.setColor(Color.BLUE);
        pen.fillRect(750, 0, 150, 150);
        pen.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(stored(seen, orientation), "jpeg", plain);
        byte[] jpeg = plain.toByteArray();
        byte[] tiff = tiff(orientation, littleEndian);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.length;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] tiff(int orientation, boolean little) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((little ? "II*\0" : "MM\0*").getBytes(StandardCharsets.ISO_8859_1));
        for (int[] each : new int[][] {{8, 4}, {1, 2}, {0x0112, 2}, {3, 2}, {1, 4}, {orientation, 2}, {0, 2}, {0, 4}}) {
            for (int at = 0; at < each[1]; at++) {
                out.write(each[0] >> 8 * (little ? at : each[1] - 1 - at));
            }
        }
        out.writeBytes(SECRET.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /** Where each stored pixel is seen, as Exif 2.32 says of the value: its row 0 and column 0 are these sides of what is seen. */
    private static BufferedImage stored(BufferedImage seen, int orientation) {
        boolean lies = orientation > 4;
        int width = lies ? seen.getHeight() : seen.getWidth();
        int height = lies ? seen.getWidth() : seen.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int right = width - 1 - column;
                int bottom = height - 1 - row;
                int rgb = switch (orientation) {
                    case 2 -> seen.getRGB(right, row);
                    case 3 -> seen.getRGB(right, bottom);
                    case 4 -> seen.getRGB(column, bottom);
                    case 5 -> seen.getRGB(row, column);
                    case 6 -> seen.getRGB(bottom, column);
                    case 7 -> seen.getRGB(bottom, right);
                    case 8 -> seen.getRGB(row, right);
                    default -> seen.getRGB(column, row);
                };
                stored.setRGB(column, row, rgb);
            }
        }
        return stored;
    }
}
