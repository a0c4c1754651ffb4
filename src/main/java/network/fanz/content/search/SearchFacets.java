package network.fanz.content.search;

import java.util.List;
import java.util.Map;
import network.fanz.content.catalogue.WorkAudience;

/**
 * How many of the works that were looked at are of each sort.
 *
 * @param tags the most frequent first, some at the most
 * @param years the latest first
 */
public record SearchFacets(
        List<FacetCount<SearchKind>> kinds,
        List<FacetCount<WorkAudience>> audiences,
        List<FacetCount<String>> tags,
        List<FacetCount<Integer>> years) {
    public SearchFacets {
        kinds = List.copyOf(kinds);
        audiences = List.copyOf(audiences);
        tags = List.copyOf(tags);
        years = List.copyOf(years);
    }

    public record FacetCount<T>(T value, int count) {
        static <T> FacetCount<T> of(Map.Entry<T, Integer> entry) {
            return new FacetCount<>(entry.getKey(), entry.getValue());
        }
    }
}
