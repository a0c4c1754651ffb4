package network.fanz.content.intelligence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * PDQ, after its authors' paper: the brightness is blurred by two passes of a box along rows and columns, sampled down to 64 by 64, and
 * transformed by cosines; a bit says whether a coefficient lies above the median of the 16 by 16 lowest. The passes along rows and along
 * columns may be done in any order, so that a picture is read once and only 64 columns of it are kept.
 */
final class PdqTransform {
    private static final int GRID = 64;
    private static final int SIDE = 16;
    private static final int MEDIAN = SIDE * SIDE / 2 - 1;
    private static final int QUALITY_MAX = 100;
    private static final int WHITE = 255;
    private static final int GRADIENTS_A_POINT_OF_QUALITY = 90;
    private static final float[] COSINES = cosines();

    private PdqTransform() {}

    static PictureLook look(LumaRows picture) {
        float[] grid = grid(picture);
        float[] coefficients = coefficients(grid);
        List<PdqHash> forms = new ArrayList<>();
        for (PictureForm form : PictureForm.values()) {
            forms.add(hash(form.of(coefficients, SIDE)));
        }
        return new PictureLook(quality(grid), forms);
    }

    private static float[] grid(LumaRows picture) {
        int height = picture.height();
        float[] columns = columns(picture);
        float[] once = new float[columns.length];
        int window = BoxBlur.window(height, GRID);
        for (int column = 0; column < GRID; column++) {
            BoxBlur.along(columns, once, column, height, GRID, window);
        }
        for (int column = 0; column < GRID; column++) {
            BoxBlur.along(once, columns, column, height, GRID, window);
        }
        float[] grid = new float[GRID * GRID];
        for (int row = 0; row < GRID; row++) {
            System.arraycopy(columns, sample(row, height) * GRID, grid, row * GRID, GRID);
        }
        return grid;
    }

    /** All rows, blurred along themselves, at 64 places of each. */
    private static float[] columns(LumaRows picture) {
        int width = picture.width();
        int window = BoxBlur.window(width, GRID);
        float[] row = new float[width];
        float[] blurred = new float[width];
        float[] columns = new float[picture.height() * GRID];
        for (int number = 0; number < picture.height(); number++) {
            picture.read(number, row);
            BoxBlur.along(row, blurred, 0, width, 1, window);
            BoxBlur.along(blurred, row, 0, width, 1, window);
            for (int column = 0; column < GRID; column++) {
                columns[number * GRID + column] = row[sample(column, width)];
            }
        }
        return columns;
    }

    /** The pixel in the middle of one of 64 equal parts. */
    private static int sample(int part, int length) {
        return (int) ((2L * part + 1) * length / (2 * GRID));
    }

    private static float[] coefficients(float[] grid) {
        float[] half = new float[SIDE * GRID];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < GRID; column++) {
                float sum = 0;
                for (int at = 0; at < GRID; at++) {
                    sum += COSINES[row * GRID + at] * grid[at * GRID + column];
                }
                half[row * GRID + column] = sum;
            }
        }
        float[] coefficients = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                float sum = 0;
                for (int at = 0; at < GRID; at++) {
                    sum += half[row * GRID + at] * COSINES[column * GRID + at];
                }
                coefficients[row * SIDE + column] = sum;
            }
        }
        return coefficients;
    }

    private static float[] cosines() {
        float[] cosines = new float[SIDE * GRID];
        for (int frequency = 0; frequency < SIDE; frequency++) {
            for (int at = 0; at < GRID; at++) {
                double angle = Math.PI / (2 * GRID) * (frequency + 1) * (2 * at + 1);
                cosines[frequency * GRID + at] = (float) (Math.sqrt(2.0 / GRID) * Math.cos(angle));
            }
        }
        return cosines;
    }

    private static PdqHash hash(float[] coefficients) {
        float[] sorted = coefficients.clone();
        Arrays.sort(sorted);
        long[] parts = new long[PdqHash.BITS / Long.SIZE];
        for (int bit = 0; bit < PdqHash.BITS; bit++) {
            if (coefficients[bit] > sorted[MEDIAN]) {
                parts[parts.length - 1 - bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
        }
        return new PdqHash(parts[0], parts[1], parts[2], parts[3]);
    }

    /** How much there is to see, from 0 for nothing to 100: the sum of the steps of brightness between neighbours. */
    private static int quality(float[] grid) {
        int sum = 0;
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int here = row * GRID + column;
                sum += row + 1 < GRID ? step(grid[here], grid[here + GRID]) : 0;
                sum += column + 1 < GRID ? step(grid[here], grid[here + 1]) : 0;
            }
        }
        return Math.min(QUALITY_MAX, sum / GRADIENTS_A_POINT_OF_QUALITY);
    }

    /** In whole hundredths of the way from black to white. */
    private static int step(float one, float other) {
        return Math.abs((int) ((one - other) * 100 / WHITE));
    }
}
