package network.fanz.content.intelligence;

import java.time.Clock;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.content.intelligence.text.TextChecks;
import org.springframework.stereotype.Component;

/** What software says of words by themselves. Nothing is kept of it. */
@Component
public class WordSignals {
    /** How much is looked at, in UTF-16 units. */
    public static final int LENGTH_MAX = 4000;

    private final TextChecks checks;
    private final Clock clock;

    WordSignals(TextChecks checks, @Steady Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /** A stretch of a text, in UTF-16 units; {@code to} is the first that is no part of it. */
    public record WordPlace(int from, int to) {}

    /**
     * What was found and what was not, each with its score; 0 if nothing was.
     *
     * @param words at most {@link #LENGTH_MAX}
     */
    public List<Signal> of(String words) {
        if (words.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("Too long to be looked at");
        }
        return checks.look(words, clock.instant());
    }

    /** The last words that the signal needs to be as sure as that; all of them if it needs all. */
    public WordPlace place(String words, String signal, double atLeast) {
        return WordPlaces.shortest(
                words,
                part -> of(part).stream().anyMatch(each -> each.name().equals(signal) && each.score() >= atLeast));
    }
}
