package network.fanz.content.intelligence.classifier;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A picture as the models were trained on it: a square of red, green and blue from 0 to 1, in which each value is weighed from the four
 * pixels around its place, and the corners stay the corners.
 */
final class PictureSquare {
    static final int COLOURS = 3;

    private static final int WHITE = 255;
    private static final int BITS = 8;

    private final BufferedImage picture;
    private final boolean grey;

    private PictureSquare(BufferedImage picture) {
        this.picture = picture;
        this.grey = picture.getColorModel().getNumColorComponents() == 1;
    }

    /** Row by row, and in a row pixel by pixel. What is transparent counts as if it were not. */
    static FloatBuffer of(BufferedImage picture, int side) {
        PictureSquare square = new PictureSquare(picture);
        FloatBuffer values = ByteBuffer.allocateDirect(side * side * COLOURS * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float down = (picture.getHeight() - 1f) / (side - 1f);
        float across = (picture.getWidth() - 1f) / (side - 1f);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                square.add(values, row * down, column * across);
            }
        }
        return values.flip();
    }

    private void add(FloatBuffer values, float row, float column) {
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min((int) Math.ceil(row), picture.getHeight() - 1);
        int right = Math.min((int) Math.ceil(column), picture.getWidth() - 1);
        int topLeft = pixel(left, top);
        int topRight = pixel(right, top);
        int bottomLeft = pixel(left, bottom);
        int bottomRight = pixel(right, bottom);
        for (int shift = (COLOURS - 1) * BITS; shift >= 0; shift -= BITS) {
            float above = between(topLeft >> shift & WHITE, topRight >> shift & WHITE, column - left);
            float below = between(bottomLeft >> shift & WHITE, bottomRight >> shift & WHITE, column - left);
            values.put(between(above, below, row - top) / WHITE);
        }
    }

    private static float between(float from, float to, float part) {
        return from + (to - from) * part;
    }

    /** A grey picture's one channel is taken as it is; turned into colour it would be brighter. */
    private int pixel(int column, int row) {
        if (!grey) {
            return picture.getRGB(column, row);
        }
        Raster raster = picture.getRaster();
        int white = (1 << picture.getColorModel().getComponentSize(0)) - 1;
        int value = raster.getSample(column, row, 0) * WHITE / white;
        return value << 2 * BITS | value << BITS | value;
    }
}
