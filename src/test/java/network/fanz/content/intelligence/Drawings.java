package network.fanz.content.intelligence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The project's own drawings, and what can be done to a picture. */
public final class Drawings {
    private static final Path FOLDER = Path.of("src", "test", "resources", "pdq");

    private Drawings() {}

    /** One with much to see. */
    public static byte[] one() {
        return file("drawing-0004.png");
    }

    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<String> expected() {
        try {
            return Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
                    .skip(1)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What stands of one in the table of hashes that they must have. */
    public static String lineOf(String name) {
        return expected().stream()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    static BufferedImage image(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.toByteArray();
    }

    static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam wanted = writer.getDefaultWriteParam();
        wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wanted.setCompressionQuality(quality);
        wanted.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** The same pixels in another kind of picture. */
    static BufferedImage as(int type, BufferedImage image) {
        BufferedImage other = new BufferedImage(image.getWidth(), image.getHeight(), type);
        draw(other, image, 0, 0, image.getWidth(), image.getHeight());
        return other;
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(other, image, 0, 0, width, height);
        return other;
    }

    static BufferedImage framed(BufferedImage image, int bar, Color colour) {
        BufferedImage other =
                new BufferedImage(image.getWidth() + 2 * bar, image.getHeight() + 2 * bar, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = other.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, other.getWidth(), other.getHeight());
        pen.dispose();
        draw(other, image, bar, bar, image.getWidth(), image.getHeight());
        return other;
    }

    static BufferedImage turned(BufferedImage image, int quarters, boolean mirrored) {
        boolean sideways = quarters % 2 == 1;
        int width = sideways ? image.getHeight() : image.getWidth();
        int height = sideways ? image.getWidth() : image.getHeight();
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.scale(mirrored ? -1 : 1, 1);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D pen = other.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return other;
    }

    private static void draw(BufferedImage on, BufferedImage image, int left, int top, int width, int height) {
        Graphics2D pen = on.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, left, top, width, height, null);
        pen.dispose();
    }
}
