package network.fanz.tools.walkthrough;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Files to be sent, drawn by the walk itself. */
public final class MadeFiles {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;
    private static final int SHAPES = 60;
    private static final int LEAST = 10;
    private static final int COLOURS = 0x1000000;

    private MadeFiles() {}

    /** A small picture of coloured shapes, each one another. */
    public static byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        for (int shape = 0; shape < SHAPES; shape++) {
            pen.setColor(new Color(chance.nextInt(COLOURS)));
            pen.fillOval(
                    chance.nextInt(WIDTH - 2 * LEAST),
                    chance.nextInt(HEIGHT - 2 * LEAST),
                    LEAST + chance.nextInt(HEIGHT / 2),
                    LEAST + chance.nextInt(HEIGHT / 2));
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
