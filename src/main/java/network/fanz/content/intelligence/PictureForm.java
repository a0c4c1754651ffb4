package network.fanz.content.intelligence;

/**
 * The eight ways in which a picture can lie: turned by quarters and mirrored. Mirroring one axis turns the sign of every second coefficient
 * of the cosine transform along it, and a mirror on the diagonal swaps its axes; so all eight follow from one transform.
 */
public enum PictureForm {
    ORIGINAL(false, false, false),
    ROTATED_90(true, true, false),
    ROTATED_180(false, true, true),
    ROTATED_270(true, false, true),
    FLIPPED_X(false, true, false),
    FLIPPED_Y(false, false, true),
    FLIPPED_PLUS_1(true, false, false),
    FLIPPED_MINUS_1(true, true, true);

    private final boolean transposed;
    private final boolean rowsMirrored;
    private final boolean columnsMirrored;

    PictureForm(boolean transposed, boolean rowsMirrored, boolean columnsMirrored) {
        this.transposed = transposed;
        this.rowsMirrored = rowsMirrored;
        this.columnsMirrored = columnsMirrored;
    }

    /** The square of coefficients that the picture would have if it lay this way; the first row and column are of the frequency 1. */
    float[] of(float[] coefficients, int side) {
        float[] turned = new float[coefficients.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean turnsSign = (rowsMirrored && row % 2 == 0) != (columnsMirrored && column % 2 == 0);
                float coefficient = coefficients[transposed ? column * side + row : row * side + column];
                turned[row * side + column] = turnsSign ? -coefficient : coefficient;
            }
        }
        return turned;
    }
}
