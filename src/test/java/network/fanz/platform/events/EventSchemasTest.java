package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.DomainEvent;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What the events look like to those who read them outside of the program. */
class EventSchemasTest {
    private static final Path FOLDER = Path.of("docs", "events");
    private static final DefaultIndenter TWO = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = JsonMapper.builder()
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(TWO).withArrayIndenter(TWO))
            .build()
            .writerWithDefaultPrettyPrinter();

    static List<Class<? extends DomainEvent>> types() {
        return EventCatalogue.types();
    }

    @Test
    @Tag("generated")
    void everyEventHasASchema() throws IOException {
        for (Class<? extends DomainEvent> type : types()) {
            GeneratedDocs.check(
                    FOLDER.resolve(EventCodec.name(type) + ".json"),
                    PRETTY.writeValueAsString(EventSchema.of(type)) + "\n");
        }
        GeneratedDocs.check(FOLDER.resolve("README.md"), index());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .as("schemas of events that there are")
                    .isSubsetOf(types().stream()
                            .map(type -> EventCodec.name(type) + ".json")
                            .toList());
        }
    }

    @Test
    void noTwoEventsShareAName() {
        assertThat(types().stream().map(EventCodec::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventIsReadBackAsItWasWritten(Class<? extends DomainEvent> type) {
        DomainEvent sample = EventSample.of(type);
        String json = EventCodec.write(sample);
        StoredEvent event =
                new StoredEvent(1, new UUID(0, 1), EventCodec.name(type), sample.key(), Instant.EPOCH, json);
        assertThat(EventCodec.read(event, type).event()).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theJsonHasTheSchemasFieldsAndNoOther(Class<? extends DomainEvent> type) {
        Map<?, ?> json = JsonMapper.shared().readValue(EventCodec.write(EventSample.of(type)), Map.class);
        assertThat(json.keySet()).isEqualTo(((Map<?, ?>) EventSchema.of(type).get("properties")).keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventSaysWhatHasHappened(Class<? extends DomainEvent> type) {
        assertThat(EventCatalogue.description(type)).isNotBlank();
    }

    /** {@code Emits {@code its_name}} stands in the Javadoc of what appends it. */
    @ParameterizedTest
    @MethodSource("types")
    void everyEventIsEmittedWhereTheSourceSaysSo(Class<? extends DomainEvent> type) {
        assertThat(EventCatalogue.emitters(type)).isNotEmpty();
    }

    private static String index() {
        return """
                # Events

                What the modules tell each other and whoever else listens, from the log in `events.event`. Each has a JSON Schema
                beside this file. Events of one key reach every subscription in the order in which they were published; a reader
                skips fields that it does not know, so a type may gain fields. Made from the code; do not edit.

                | type | key | fields (? may be absent) | published by | emitted by | what has happened |
                |---|---|---|---|---|---|
                """ + types().stream().map(EventSchemasTest::row).collect(Collectors.joining());
    }

    private static String row(Class<? extends DomainEvent> type) {
        String name = EventCodec.name(type);
        return "| [%s](%s.json) | %s | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        name,
                        EventCatalogue.key(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(EventSchemasTest::field)
                                .collect(Collectors.joining(", ")),
                        EventCatalogue.publisher(type),
                        String.join(", ", EventCatalogue.emitters(type)),
                        EventCatalogue.description(type));
    }

    private static String field(RecordComponent component) {
        return component.getName() + (EventSchema.nullable(component) ? "?" : "");
    }
}
