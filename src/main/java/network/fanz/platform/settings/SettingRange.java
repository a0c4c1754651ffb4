package network.fanz.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import network.fanz.common.Between;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;

/**
 * From where to where a setting may go, both included.
 *
 * @param words such as {@code from 1 to 64}
 * @param notBelow the name of another setting that this one is never below; null for none
 */
record SettingRange(
        Object min, Object max, Sentence words, @Nullable String notBelow) {
    static @Nullable SettingRange of(RecordComponent place) {
        Between between = place.getAnnotation(Between.class);
        if (between == null) {
            return null;
        }
        Sentence words = Sentence.of(
                place.getType().isRecord() ? "from {0} to {1}, part by part" : "from {0} to {1}",
                between.min(),
                between.max());
        return new SettingRange(
                read(between.min(), place.getType()),
                read(between.max(), place.getType()),
                words,
                between.notBelow().isEmpty() ? null : between.notBelow());
    }

    boolean holds(Object value) {
        return isAtLeast(value, min) && isAtLeast(max, value);
    }

    @SuppressWarnings("unchecked")
    static boolean isAtLeast(Object value, Object bound) {
        if (value instanceof Record parts && bound instanceof Record bounds) {
            return Arrays.stream(value.getClass().getRecordComponents())
                    .allMatch(part -> isAtLeast(SettingValues.known(parts, part), SettingValues.known(bounds, part)));
        }
        return ((Comparable<Object>) value).compareTo(bound) >= 0;
    }

    private static Object read(String text, Class<?> type) {
        return Objects.requireNonNull(
                ApplicationConversionService.getSharedInstance().convert(text, type));
    }
}
