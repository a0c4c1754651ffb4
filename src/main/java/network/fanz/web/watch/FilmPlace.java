package network.fanz.web.watch;

import org.jspecify.annotations.Nullable;

/**
 * Where a viewer left a film.
 *
 * @param keep where the player says where it stops; null if it says so to nobody
 * @param onDevice whether the browser keeps it instead
 * @param seconds where the player begins, from the film's beginning
 */
public record FilmPlace(@Nullable String keep, boolean onDevice, int seconds) {
    /** Of somebody without an account. */
    static final FilmPlace ON_DEVICE = new FilmPlace(null, true, 0);

    /** Of somebody who does not want it to be remembered. */
    static final FilmPlace NOWHERE = new FilmPlace(null, false, 0);
}
