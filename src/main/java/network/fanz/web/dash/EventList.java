package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Page;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the events, and the filter that stands in the address.
 *
 * @param form the filter as the reader wrote it
 * @param liveFrom of the newest stretch, which goes on by itself: the number of the log's newest event, as it was before the stretch was
 *     read, so that what came in between is shown twice at most and never left out; null of an older stretch
 */
public record EventList(
        SecurityEventFilter filter,
        Form form,
        Page<SecurityEvent> page,
        @Nullable Long liveFrom) {
    /** The page of a filter that cannot be read. */
    static EventList unread(Form refused) {
        return new EventList(SecurityEventFilter.ALL, refused, new Page<>(List.of(), null), null);
    }

    public boolean refused() {
        return form.refusal() != null;
    }

    public boolean live() {
        return liveFrom != null;
    }

    public List<EnumLabels.FilterOption> severities() {
        return EnumLabels.options(Severity.class, say("Any severity"), filter.severity());
    }

    public List<EnumLabels.FilterOption> categories() {
        return EnumLabels.options(SecurityEventCategory.class, say("Any category"), filter.category());
    }

    public List<EnumLabels.FilterOption> sources() {
        return EnumLabels.options(SecurityEventSource.class, say("Any source"), filter.source(), SecurityWords::source);
    }

    public boolean filtered() {
        return refused() || !filter.equals(SecurityEventFilter.ALL);
    }

    public String user() {
        return filter.userId() == null ? "" : filter.userId().toString();
    }

    public String address() {
        return filter.address() == null ? "" : filter.address();
    }

    /** Where the rows behind these are; null on the last page. */
    public @Nullable String more() {
        return page.next() == null ? null : "/security/events?" + query(page.next());
    }

    /** The scripts that this stretch needs. */
    public List<String> islands() {
        return Stream.of(live() ? "live" : null, more() == null ? null : "htmx")
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where the rows that are still to come are. */
    public String stream() {
        return "/security/live?" + query(Objects.requireNonNull(liveFrom).toString());
    }

    /** Where the rows behind any of them are, once its number is put at the end. */
    public String older() {
        return "/security/events?" + query("");
    }

    private String query(String after) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "severity", filter.severity());
        put(fields, "category", filter.category());
        put(fields, "source", filter.source());
        if (filter.userId() != null) {
            fields.put("user", user());
        }
        if (filter.address() != null) {
            fields.put("address", address());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining("", "", "after=" + after));
    }

    private static void put(Map<String, String> fields, String name, @Nullable Enum<?> word) {
        if (word != null) {
            fields.put(name, EnumLabels.value(word));
        }
    }
}
