package network.fanz.content.search;

import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.content.search.index.IndexHit;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of works ends: the next begins behind it, whatever was published or taken back meanwhile.
 *
 * @param score zero where nothing is looked for but the newest
 * @param published in microseconds since 1970
 */
record SearchMark(float score, long published, UUID work) implements Comparable<SearchMark> {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8})~([0-9]{1,18})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private static final Comparator<SearchMark> ORDER = Comparator.comparing(
                    SearchMark::score, Comparator.reverseOrder())
            .thenComparing(SearchMark::published, Comparator.reverseOrder())
            .thenComparing(SearchMark::work);

    static SearchMark of(IndexHit hit) {
        return new SearchMark(hit.score(), hit.published(), hit.work());
    }

    static @Nullable SearchMark read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
        return new SearchMark(
                Float.intBitsToFloat(Integer.parseUnsignedInt(form.group(1), 16)),
                Long.parseLong(form.group(2)),
                UUID.fromString(form.group(3)));
    }

    String text() {
        return "%08x~%d~%s".formatted(Float.floatToIntBits(score), published, work);
    }

    boolean isBefore(IndexHit hit) {
        return compareTo(of(hit)) < 0;
    }

    @Override
    public int compareTo(SearchMark other) {
        return ORDER.compare(this, other);
    }
}
