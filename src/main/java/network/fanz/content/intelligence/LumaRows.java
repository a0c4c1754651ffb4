package network.fanz.content.intelligence;

/** A picture's brightness, row by row. */
interface LumaRows {
    int width();

    int height();

    /**
     * Reads one row.
     *
     * @param into takes as many values from 0 to 255 as the picture is wide
     */
    void read(int row, float[] into);

    /** A part of the picture. */
    default LumaRows part(Frame frame) {
        LumaRows whole = this;
        float[] row = new float[width()];
        return new LumaRows() {
            @Override
            public int width() {
                return frame.width();
            }

            @Override
            public int height() {
                return frame.height();
            }

            @Override
            public void read(int number, float[] into) {
                whole.read(frame.top() + number, row);
                System.arraycopy(row, frame.left(), into, 0, frame.width());
            }
        };
    }

    /** A part that a picture may be cut to, in pixels. */
    record Frame(int left, int top, int width, int height) {}
}
