package network.fanz.web.dash.moderation;

import java.util.List;
import network.fanz.content.moderation.ReviewFilm;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of what waits.
 *
 * @param pictures those that stand by themselves
 * @param film null if there is none that plays
 * @param poster the name of a film's still; null if there is none
 * @param frames the name of the picture with frames of all the film; null if there is none
 */
public record ReviewScreen(
        List<String> pictures,
        @Nullable ReviewFilm film,
        @Nullable String poster,
        @Nullable String frames) {
    private static final String POSTER = "poster.jpg";
    private static final String FRAMES = "storyboard.jpg";

    public ReviewScreen {
        pictures = List.copyOf(pictures);
    }

    static ReviewScreen of(List<String> names, @Nullable ReviewFilm film) {
        return film == null
                ? new ReviewScreen(names, null, null, null)
                : new ReviewScreen(
                        names.stream()
                                .filter(name -> !name.equals(POSTER) && !name.equals(FRAMES))
                                .toList(),
                        film,
                        names.contains(POSTER) ? POSTER : null,
                        names.contains(FRAMES) ? FRAMES : null);
    }
}
