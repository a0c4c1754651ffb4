package network.fanz.content.moderation;

import java.time.Instant;

/**
 * Where a film that somebody has in hand is played from, for their session alone.
 *
 * @param base what all its addresses begin with
 * @param playlist its list of all rungs, below {@code base}
 * @param until when these addresses end; ask for another before
 */
public record ReviewFilm(String base, String playlist, Instant until) {}
