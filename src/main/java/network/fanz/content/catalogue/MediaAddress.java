package network.fanz.content.catalogue;

import java.time.Instant;

/**
 * Where one session fetches what is shown of a work; for any other session there is nothing.
 *
 * @param base a path that ends in a slash; names of what is shown are relative to it
 * @param until when it is no good any more; a new one is had by asking again
 */
public record MediaAddress(String base, Instant until) {
    /** It opens something: never in a log. */
    @Override
    public String toString() {
        return "MediaAddress[until " + until + "]";
    }
}
