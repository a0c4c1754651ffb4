package network.fanz.content.intelligence;

/** The mean over a window that slides along a line and is smaller at its ends. */
final class BoxBlur {
    private BoxBlur() {}

    /** How wide the window is with which two passes blur a line that is sampled at so many places. */
    static int window(int length, int samples) {
        return (length + 2 * samples - 1) / (2 * samples);
    }

    /**
     * @param from the index of the line's first value
     * @param stride how far its values lie apart
     */
    static void along(float[] line, float[] blurred, int from, int length, int stride, int window) {
        int ahead = (window + 2) / 2 - 1;
        int end = from + length * stride;
        int firstThatLeaves = from + (window - ahead) * stride;
        float sum = 0;
        int inside = 0;
        int entering = from;
        int leaving = from;
        for (; inside < ahead; inside++, entering += stride) {
            sum += line[entering];
        }
        for (int at = from; at < end; at += stride) {
            if (entering < end) {
                sum += line[entering];
                entering += stride;
                inside++;
            }
            if (at >= firstThatLeaves) {
                sum -= line[leaving];
                leaving += stride;
                inside--;
            }
            blurred[at] = sum / inside;
        }
    }
}
