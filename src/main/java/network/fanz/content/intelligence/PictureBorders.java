package network.fanz.content.intelligence;

import java.util.Optional;
import network.fanz.content.intelligence.LumaRows.Frame;

/** Finds bars of one brightness around a picture. They move everything in it, so that its hash is no longer that of the picture inside. */
final class PictureBorders {
    /** What a lossy format makes of one brightness. */
    private static final int TOLERANCE = 12;

    /** One in so many pixels may be a speck. */
    private static final int SPECK_ONE_IN = 50;

    /** Of less than this nothing can be told. */
    private static final int SIDE_MIN = 32;

    private final byte[] luma;
    private final int width;
    private final int height;

    private PictureBorders(LumaRows picture) {
        this.width = picture.width();
        this.height = picture.height();
        this.luma = new byte[width * height];
        float[] row = new float[width];
        for (int number = 0; number < height; number++) {
            picture.read(number, row);
            for (int column = 0; column < width; column++) {
                luma[number * width + column] = (byte) Math.round(row[column]);
            }
        }
    }

    /** What lies inside; empty if there is no border, or too little inside it. */
    static Optional<Frame> inside(LumaRows picture) {
        return new PictureBorders(picture).inside();
    }

    private Optional<Frame> inside() {
        int top = bar(0, 1, height, row -> isLine(row * width, 1, width, 0));
        int bottom = bar(height - 1, -1, height - top, row -> isLine(row * width, 1, width, (height - 1) * width));
        int rows = height - top - bottom;
        if (rows < SIDE_MIN) {
            return Optional.empty();
        }
        int from = top * width;
        int left = bar(0, 1, width, column -> isLine(from + column, width, rows, from));
        int right = bar(width - 1, -1, width - left, column -> isLine(from + column, width, rows, from + width - 1));
        int columns = width - left - right;
        boolean bordered = top + bottom + left + right > 0;
        return bordered && columns >= SIDE_MIN ? Optional.of(new Frame(left, top, columns, rows)) : Optional.empty();
    }

    /** How many lines from one edge on are border. */
    private static int bar(int edge, int step, int most, java.util.function.IntPredicate isBorder) {
        int lines = 0;
        while (lines < most && isBorder.test(edge + lines * step)) {
            lines++;
        }
        return lines;
    }

    /**
     * Whether a line has the brightness of the border's first pixel nearly everywhere.
     *
     * @param from the index of its first pixel
     * @param edge the index of the border's first pixel
     */
    private boolean isLine(int from, int stride, int length, int edge) {
        int level = luma[edge] & PicturePixels.WHITE;
        int specks = 0;
        for (int at = 0; at < length; at++) {
            if (Math.abs((luma[from + at * stride] & PicturePixels.WHITE) - level) > TOLERANCE) {
                specks++;
                if (specks > length / SPECK_ONE_IN) {
                    return false;
                }
            }
        }
        return true;
    }
}
