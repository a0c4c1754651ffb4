package network.fanz.web.watch;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.search.SearchFacets;
import network.fanz.content.search.SearchFacets.FacetCount;
import network.fanz.content.search.SearchKind;
import network.fanz.content.search.SearchOrder;
import network.fanz.content.search.SearchQuery;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** A search as it stands in the address, and the links that narrow or widen it. */
public final class SearchFilters {
    private static final String PATH = "/search";
    private static final List<String> FIELDS = List.of("q", "kind", "audience", "tag", "year", "order");

    private SearchFilters() {}

    /**
     * A link that narrows what was found, or takes that back.
     *
     * @param count how many are left then
     * @param chosen whether it is in force
     */
    public record FilterLink(String text, boolean ours, int count, String address, boolean chosen) {}

    /** Links of one sort. */
    public record FilterGroup(String title, List<FilterLink> links) {
        public FilterGroup {
            links = List.copyOf(links);
        }
    }

    /** @throws InvalidField naming what cannot be read */
    static SearchQuery read(Form form) {
        return SearchQuery.of(
                form.value("q"),
                word(form, "kind", SearchKind.class),
                word(form, "audience", WorkAudience.class),
                form.value("tag"),
                year(form),
                word(form, "order", SearchOrder.class));
    }

    static List<FilterGroup> groups(SearchQuery query, SearchFacets facets, Form form) {
        List<FilterGroup> groups = new ArrayList<>();
        groups.add(new FilterGroup(
                say("Kind"),
                facets.kinds().stream()
                        .map(kind -> link(
                                form, "kind", value(kind.value()), kind.value().said(), kind, query.kind()))
                        .toList()));
        groups.add(new FilterGroup(
                say("For whom"),
                facets.audiences().stream()
                        .map(audience -> link(
                                form,
                                "audience",
                                value(audience.value()),
                                audience.value().said(),
                                audience,
                                query.audience()))
                        .toList()));
        groups.add(new FilterGroup(
                say("Year"),
                facets.years().stream()
                        .map(year -> link(
                                form,
                                "year",
                                year.value().toString(),
                                year.value().toString(),
                                year,
                                query.year()))
                        .toList()));
        groups.add(new FilterGroup(
                say("Tags"),
                facets.tags().stream()
                        .map(tag -> link(form, "tag", tag.value(), "#" + tag.value(), tag, query.tag()))
                        .toList()));
        return groups.stream().filter(group -> !group.links().isEmpty()).toList();
    }

    static List<FilterLink> orders(SearchQuery query, Form form) {
        List<FilterLink> orders = new ArrayList<>();
        for (SearchOrder order : SearchOrder.values()) {
            orders.add(new FilterLink(
                    order.said(), true, 0, address(form, "order", value(order)), order == query.order()));
        }
        return orders;
    }

    /** The address of the same search with one field changed, on its first page. */
    static String address(Form form, String field, String value) {
        Map<String, String> kept = new TreeMap<>();
        FIELDS.forEach(each -> kept.put(each, each.equals(field) ? value : form.value(each)));
        StringBuilder address = new StringBuilder(PATH);
        kept.forEach((name, text) -> {
            if (!text.isBlank()) {
                address.append(address.length() == PATH.length() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }

    private static <T> FilterLink link(
            Form form, String field, String value, String text, FacetCount<T> facet, @Nullable T chosen) {
        boolean is = facet.value().equals(chosen);
        return new FilterLink(text, !field.equals("tag"), facet.count(), address(form, field, is ? "" : value), is);
    }

    private static String value(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E word(Form form, String field, Class<E> type) {
        String text = form.value(field);
        for (E each : type.getEnumConstants()) {
            if (value(each).equals(text)) {
                return each;
            }
        }
        if (text.isEmpty()) {
            return null;
        }
        throw new InvalidField(field, "Choose one that is offered.");
    }

    private static @Nullable Integer year(Form form) {
        String text = form.value("year");
        try {
            return text.isEmpty() ? null : Math.toIntExact(CanonicalText.number(text));
        } catch (IllegalArgumentException | ArithmeticException other) {
            throw new InvalidField("year", "Write a year such as 2026.");
        }
    }
}
