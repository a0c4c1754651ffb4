package network.fanz.content.search;

import network.fanz.common.Page;
import network.fanz.content.catalogue.PublishedWork;

/**
 * Works that fit, all of them shown at this moment.
 *
 * @param total how many fit, among those that were looked at
 * @param more whether more may fit than were looked at
 * @param ready whether there is an index; without one nothing is found
 * @param percent how much of the index is made
 */
public record FoundWorks(
        Page<PublishedWork> page, int total, boolean more, SearchFacets facets, boolean ready, int percent) {}
