package network.fanz.content.search;

import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.catalogue.WorkTags;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text as typed; empty for everything
 * @param kind null for any, as the others are
 * @param year in which it was published, in UTC
 */
public record SearchQuery(
        String text,
        @Nullable SearchKind kind,
        @Nullable WorkAudience audience,
        @Nullable String tag,
        @Nullable Integer year,
        SearchOrder order) {
    /** UTF-16 code units. */
    public static final int TEXT_MAX = 200;

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2999;

    /** @throws InvalidField naming what cannot be read */
    public static SearchQuery of(
            @Nullable String text,
            @Nullable SearchKind kind,
            @Nullable WorkAudience audience,
            @Nullable String tag,
            @Nullable Integer year,
            @Nullable SearchOrder order) {
        String typed = text == null ? "" : text;
        if (typed.length() > TEXT_MAX) {
            throw new InvalidField("q", Sentence.of("Look for {0} characters at most.", TEXT_MAX));
        }
        String form = tag == null || tag.isBlank() ? null : WorkTags.form(tag);
        if (form == null && tag != null && !tag.isBlank()) {
            throw new InvalidField("tag", "There can be no such tag.");
        }
        if (year != null && (year < YEAR_MIN || year > YEAR_MAX)) {
            throw new InvalidField("year", "Write a year such as 2026.");
        }
        return new SearchQuery(typed, kind, audience, form, year, order == null ? SearchOrder.RELEVANCE : order);
    }

    SearchQuery ordered(SearchOrder by) {
        return new SearchQuery(text, kind, audience, tag, year, by);
    }

    /** What people type: never in a log. */
    @Override
    public String toString() {
        return "SearchQuery[]";
    }
}
