package network.fanz.content.media.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller, by halves, so that every pixel has its share in what is left. What is transparent becomes white. */
final class PictureScale {
    private PictureScale() {}

    /** Without transparency and with neither side longer; one that is small enough keeps its size. */
    static BufferedImage within(BufferedImage image, int longestSide) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longestSide / longer);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage smaller = image;
        do {
            smaller = drawn(
                    smaller,
                    Math.max(width, (smaller.getWidth() + 1) / 2),
                    Math.max(height, (smaller.getHeight() + 1) / 2));
        } while (smaller.getWidth() > width || smaller.getHeight() > height);
        return smaller;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(
                Math.min(width, image.getWidth()), Math.min(height, image.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, drawn.getWidth(), drawn.getHeight(), Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }
}
