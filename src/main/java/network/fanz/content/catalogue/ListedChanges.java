package network.fanz.content.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * Works that have changed.
 *
 * @param works some may have changed before
 * @param complete whether these are all
 * @param until where to ask from next time
 */
public record ListedChanges(List<UUID> works, boolean complete, String until) {
    public ListedChanges {
        works = List.copyOf(works);
    }
}
