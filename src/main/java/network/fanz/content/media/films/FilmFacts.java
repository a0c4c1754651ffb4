package network.fanz.content.media.films;

import java.io.IOException;
import java.util.Map;

/**
 * What a film is.
 *
 * @param width as it is meant to be seen, in pixels; so is the height
 * @param rate frames in a thousand seconds; zero if it does not say
 * @param hasSound whether it has sound that can be read
 */
record FilmFacts(long millis, int width, int height, long rate, boolean hasSound) {
    static FilmFacts of(Map<String, String> said) throws IOException {
        try {
            return new FilmFacts(
                    number(said, "millis"),
                    Math.toIntExact(number(said, "width")),
                    Math.toIntExact(number(said, "height")),
                    number(said, "rate"),
                    !said.getOrDefault("audio", "").isEmpty());
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new IOException("The process does not say what the film is", wrong);
        }
    }

    static long number(Map<String, String> said, String name) throws IOException {
        String value = said.get(name);
        if (value == null) {
            throw new IOException("The process does not say " + name);
        }
        return Long.parseLong(value);
    }
}
