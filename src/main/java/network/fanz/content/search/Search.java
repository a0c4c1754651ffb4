package network.fanz.content.search;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Page;
import network.fanz.content.catalogue.ListedStanding;
import network.fanz.content.catalogue.ListedWorks;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.search.SearchFacets.FacetCount;
import network.fanz.content.search.index.IndexHit;
import network.fanz.content.search.index.NodeIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds published works. Whatever the index says is held against the catalogue before anything is shown or counted. */
@Component
public class Search {
    /** How many of those that fit are looked at: also how far one can go on. */
    public static final int HITS_MAX = 500;

    private static final int TAGS_SHOWN = 12;

    private final NodeIndex index;
    private final ListedWorks works;

    Search(NodeIndex index, ListedWorks works) {
        this.index = index;
        this.works = works;
    }

    /** A hit that is shown at this moment. */
    private record Found(IndexHit hit, ListedStanding standing) {
        int year() {
            return standing.publishedAt().atOffset(ZoneOffset.UTC).getYear();
        }

        SearchKind kind() {
            return standing.film() ? SearchKind.FILM : SearchKind.PICTURE;
        }

        boolean fits(SearchQuery query) {
            return (query.kind() == null || query.kind() == kind())
                    && (query.audience() == null || query.audience() == standing.audience());
        }
    }

    /**
     * @param after what the page before gave as {@code next}
     * @throws network.fanz.common.InvalidField if what was typed is too long, or the mark is none of ours
     */
    public FoundWorks find(SearchQuery query, @Nullable String after, int limit) {
        SearchWords words = SearchWords.read(query.text());
        SearchMark mark = SearchMark.read(after);
        SearchQuery ordered = words.parts().isEmpty() ? query.ordered(SearchOrder.NEWEST) : query;
        Optional<List<IndexHit>> answer = index.find(ordered, words, HITS_MAX + 1);
        List<IndexHit> hits = answer.orElse(List.of());
        List<Found> found = shown(hits.subList(0, Math.min(hits.size(), HITS_MAX)), query);
        List<IndexHit> behind = found.stream()
                .map(Found::hit)
                .filter(hit -> mark == null || mark.isBefore(hit))
                .toList();
        Page<IndexHit> page = Page.cut(
                behind.subList(0, Math.min(behind.size(), limit + 1)),
                limit,
                hit -> SearchMark.of(hit).text());
        List<PublishedWork> shown =
                works.shown(page.items().stream().map(IndexHit::release).toList());
        return new FoundWorks(
                new Page<>(shown, page.next()),
                found.size(),
                hits.size() > HITS_MAX,
                facets(found),
                answer.isPresent(),
                index.percent());
    }

    private List<Found> shown(List<IndexHit> hits, SearchQuery query) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<UUID, ListedStanding> standing = works
                .standing(hits.stream().map(IndexHit::release).toList())
                .stream()
                .collect(Collectors.toMap(ListedStanding::release, Function.identity()));
        return hits.stream()
                .filter(hit -> standing.containsKey(hit.release()))
                .map(hit -> new Found(hit, Objects.requireNonNull(standing.get(hit.release()))))
                .filter(found -> found.fits(query))
                .sorted(Comparator.comparing(found -> SearchMark.of(found.hit())))
                .toList();
    }

    private static SearchFacets facets(List<Found> found) {
        Map<SearchKind, Integer> kinds = new TreeMap<>();
        Map<WorkAudience, Integer> audiences = new TreeMap<>();
        Map<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
        Map<String, Integer> tags = new HashMap<>();
        for (Found each : found) {
            kinds.merge(each.kind(), 1, Integer::sum);
            audiences.merge(each.standing().audience(), 1, Integer::sum);
            years.merge(each.year(), 1, Integer::sum);
            each.hit().tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
        }
        Stream<FacetCount<String>> most = counts(tags.entrySet()).stream()
                .sorted(Comparator.comparingInt((FacetCount<String> tag) -> -tag.count())
                        .thenComparing(FacetCount::value))
                .limit(TAGS_SHOWN);
        return new SearchFacets(
                counts(kinds.entrySet()), counts(audiences.entrySet()), most.toList(), counts(years.entrySet()));
    }

    private static <T> List<FacetCount<T>> counts(Collection<Map.Entry<T, Integer>> entries) {
        return entries.stream().map(FacetCount::of).toList();
    }
}
