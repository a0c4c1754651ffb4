package network.fanz.content.intelligence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What software says of a work. It clears nothing: it may hold, rank, or show a person where to look.
 *
 * @param name what was looked for, such as {@code nsfw.porn} or {@code text.contact}
 * @param score from 0 to 1; of a model it is the model's probability, and not the world's
 * @param model what looked
 * @param version which of it
 * @param at when
 * @param frame where in a film; null of a picture or of words
 */
public record Signal(
        String name,
        double score,
        String model,
        String version,
        Instant at,
        @Nullable Duration frame) {
    public Signal {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("No score: " + score);
        }
    }
}
