package network.fanz.content.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ContentWarning;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.WorkAudience;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published works, found by their words. */
@RestController
@Tag(name = "search")
class SearchApi {
    private static final int LISTED_MAX = 100;

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /** What everybody may know of a work that was found; nothing here is a picture. */
    record FoundWork(
            UUID id,
            AccountId creator,
            String title,
            String description,
            List<String> tags,
            String type,
            WorkAudience audience,
            Set<ContentWarning> warnings,
            Instant publishedAt) {
        static FoundWork of(PublishedWork work) {
            return new FoundWork(
                    work.id(),
                    work.creator(),
                    work.title(),
                    work.description(),
                    work.tags(),
                    work.type().mediaType(),
                    work.showing().audience(),
                    work.showing().warnings(),
                    work.publishedAt());
        }
    }

    /**
     * @param items what fits
     * @param total how many fit, among the first five hundred
     * @param more whether more may fit
     * @param ready false while the index is made: then nothing is found
     */
    record SearchAnswer(
            List<FoundWork> items,
            @Nullable String next,
            int total,
            boolean more,
            SearchFacets facets,
            boolean ready,
            int percent) {}

    @GetMapping("/api/v1/published-works/search")
    @Access(anyone = true)
    @Operation(
            operationId = "searchWorks",
            summary =
                    "Published works that have all these words, \"phrases\", tag:words and by:creators, and none that -stand behind a hyphen")
    SearchAnswer find(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "kind", required = false) @Nullable SearchKind kind,
            @RequestParam(name = "audience", required = false) @Nullable WorkAudience audience,
            @RequestParam(name = "tag", required = false) @Nullable String tag,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "order", required = false) @Nullable SearchOrder order,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        FoundWorks found = search.find(
                SearchQuery.of(text, kind, audience, tag, year, order), after, Math.clamp(limit, 1, LISTED_MAX));
        return new SearchAnswer(
                found.page().items().stream().map(FoundWork::of).toList(),
                found.page().next(),
                found.total(),
                found.more(),
                found.facets(),
                found.ready(),
                found.percent());
    }
}
