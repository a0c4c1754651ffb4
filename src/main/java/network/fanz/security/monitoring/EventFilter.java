package network.fanz.security.monitoring;

import org.jspecify.annotations.Nullable;

/** Which events a list shows; null leaves a field open. */
public record EventFilter(
        @Nullable Severity severity,
        @Nullable EventCategory category,
        @Nullable EventSource source) {
    public static final EventFilter ALL = new EventFilter(null, null, null);

    /**
     * Reads a filter in either spelling; nothing and the empty word leave a field open.
     *
     * @throws network.fanz.common.InvalidField naming the allowed words
     */
    public static EventFilter of(@Nullable String severity, @Nullable String category, @Nullable String source) {
        return new EventFilter(
                Spelling.readOptional(Severity.class, "severity", severity),
                Spelling.readOptional(EventCategory.class, "category", category),
                Spelling.readOptional(EventSource.class, "source", source));
    }
}
