package network.fanz.content.search.index;

import java.util.List;
import java.util.UUID;

/**
 * What the index says of a work that fits.
 *
 * @param score how well it fits
 * @param published in microseconds since 1970
 */
public record IndexHit(UUID work, UUID release, float score, long published, List<String> tags) {
    public IndexHit {
        tags = List.copyOf(tags);
    }
}
