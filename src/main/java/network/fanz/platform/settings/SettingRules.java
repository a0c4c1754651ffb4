package network.fanz.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.TakesFrom;
import org.jspecify.annotations.Nullable;

/** What is asked of values that lie in their ranges: those that have to do with each other fit together. Refused ones are missing here. */
final class SettingRules {
    /** What is left for requests and whatever else the program does when all that take from a number have taken. */
    private static final int LEFT_MIN = 4;

    private final KnownSettings known;
    private final Map<String, @Nullable Object> values;

    SettingRules(KnownSettings known, Map<String, @Nullable Object> values) {
        this.known = known;
        this.values = values;
    }

    /** A sentence for each value that does not fit another. */
    List<String> broken() {
        return Stream.concat(tooLow().stream(), tooFew().stream()).toList();
    }

    private List<String> tooLow() {
        return known.all().stream().filter(this::isTooLow).map(this::tooLow).toList();
    }

    private boolean isTooLow(KnownSetting setting) {
        String other = notBelow(setting);
        Object value = values.get(setting.name());
        return other != null
                && value != null
                && values.get(other) != null
                && !SettingRange.isAtLeast(value, Objects.requireNonNull(values.get(other), other));
    }

    private String tooLow(KnownSetting setting) {
        String other = notBelow(setting);
        return "%s is %s, but must not be below %s, which is %s."
                .formatted(setting.name(), text(setting.name()), other, text(String.valueOf(other)));
    }

    private static @Nullable String notBelow(KnownSetting setting) {
        return setting.range() == null ? null : setting.range().notBelow();
    }

    private List<String> tooFew() {
        Map<String, List<KnownSetting>> takers = known.all().stream()
                .filter(setting -> setting.place().isAnnotationPresent(TakesFrom.class))
                .collect(Collectors.groupingBy(setting ->
                        setting.place().getAnnotation(TakesFrom.class).value()));
        return takers.entrySet().stream()
                .filter(each -> values.get(each.getKey()) != null)
                .filter(each -> each.getValue().stream().allMatch(taker -> values.get(taker.name()) != null))
                .filter(each -> number(each.getKey()) < need(each.getValue()))
                .map(each -> tooFew(each.getKey(), each.getValue()))
                .toList();
    }

    private String tooFew(String name, List<KnownSetting> takers) {
        String taken = takers.stream()
                .map(each -> each.name() + " takes " + text(each.name()))
                .collect(Collectors.joining(", "));
        return "%s is %d, but must be at least %d: %s, and %d are for everything else."
                .formatted(name, number(name), need(takers), taken, LEFT_MIN);
    }

    private long need(List<KnownSetting> takers) {
        return LEFT_MIN + takers.stream().mapToLong(each -> number(each.name())).sum();
    }

    private long number(String name) {
        return ((Number) Objects.requireNonNull(values.get(name), name)).longValue();
    }

    private String text(String name) {
        return SettingText.of(values.get(name));
    }
}
