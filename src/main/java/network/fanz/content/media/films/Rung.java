package network.fanz.content.media.films;

import java.util.ArrayList;
import java.util.List;

/**
 * One size in which a film is shown.
 *
 * @param name after its shorter side, such as {@code 480p}
 * @param rate frames in a thousand seconds, the same on every rung; so are the frames of a segment, so that players change at every one
 */
record Rung(String name, int width, int height, int bits, int rate, int segment) {
    private static final int[] SIDES = {240, 480, 720};
    private static final int[] BITS = {400_000, 1_200_000, 2_800_000};
    private static final int RATE_MAX = 30_000;
    private static final int RATE_MIN = 5_000;
    private static final int RATE_UNKNOWN = 25_000;
    private static final int SEGMENT_SECONDS = 5;

    /** The rungs of a film, the lowest first: it plays as soon as that is there. None is larger than the film. */
    static List<Rung> of(FilmFacts film) {
        int shorter = Math.min(film.width(), film.height());
        List<Rung> ladder = new ArrayList<>();
        for (int at = 0; at < SIDES.length; at++) {
            if (SIDES[at] <= shorter) {
                ladder.add(of(film, SIDES[at], BITS[at]));
            }
        }
        return ladder.isEmpty() ? List.of(of(film, shorter, BITS[0])) : ladder;
    }

    private static Rung of(FilmFacts film, int side, int bits) {
        int shorter = Math.min(film.width(), film.height());
        int rate = rate(film.rate());
        return new Rung(
                side + "p",
                even((double) film.width() * side / shorter),
                even((double) film.height() * side / shorter),
                bits,
                rate,
                Math.max(1, Math.round(rate * SEGMENT_SECONDS / 1000f)));
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.floor(length / 2));
    }

    /** A faster one is halved until it fits, so that its frames stay evenly far from each other. */
    private static int rate(long source) {
        long rate = source == 0 ? RATE_UNKNOWN : source;
        while (rate > RATE_MAX) {
            rate /= 2;
        }
        return (int) Math.max(RATE_MIN, rate);
    }

    double seconds(long frames) {
        return frames * 1000.0 / rate;
    }
}
