package network.fanz.platform.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every event of the program, and what its source says of it. */
final class EventCatalogue {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@EventType", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    private EventCatalogue() {}

    static List<Class<? extends DomainEvent>> types() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        return scanner.findCandidateComponents("network.fanz").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> Files.exists(source(String.valueOf(name))))
                .<Class<? extends DomainEvent>>map(EventCatalogue::type)
                .sorted(Comparator.comparing(EventCodec::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static Class<? extends DomainEvent> type(String name) {
        return ClassUtils.resolveClassName(name, null).asSubclass(DomainEvent.class);
    }

    /** The module that publishes it. */
    static String publisher(Class<?> type) {
        return type.getPackageName()
                .replaceFirst("^network\\.fanz\\.", "")
                .replaceFirst("\\.events$", "")
                .replaceFirst("^platform$", "platform.events");
    }

    /** The classes of main whose Javadoc says that they emit it, by their simple names. */
    static List<String> emitters(Class<? extends DomainEvent> type) {
        Pattern emits = Pattern.compile("\\b[Ee]mits\\b[^.]*\\{@code " + EventCodec.name(type) + "\\}");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> COMMENT.matcher(read(file))
                            .results()
                            .map(comment -> comment.group().replaceAll("\\s*\\n\\s*\\*\\s*", " "))
                            .anyMatch(comment -> emits.matcher(comment).find()))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the Javadoc says of the event as a whole. */
    static String description(Class<?> type) {
        return javadoc(type).split("(?m)^@param", 2)[0].strip();
    }

    /** What the Javadoc says of a field; empty if nothing. */
    static String description(Class<?> type, String field) {
        return Arrays.stream(javadoc(type).split("@param "))
                .skip(1)
                .filter(text -> text.startsWith(field + " "))
                .map(text -> text.substring(field.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** Fields of the event that its key is made of, found by asking an event whose fields all differ. */
    static String key(Class<? extends DomainEvent> type) {
        DomainEvent sample = EventSample.of(type);
        return Arrays.stream(sample.key().split(":"))
                .map(part -> field(sample, part))
                .reduce((one, two) -> one + ":" + two)
                .orElseThrow();
    }

    private static String field(DomainEvent sample, String value) {
        return Arrays.stream(sample.getClass().getRecordComponents())
                .filter(component -> value.equals(String.valueOf(EventSample.value(sample, component))))
                .map(RecordComponent::getName)
                .findFirst()
                .orElse(value);
    }

    private static String javadoc(Class<?> type) {
        Matcher found = JAVADOC.matcher(read(source(type.getName())));
        return !found.find()
                ? ""
                : found.group(1)
                        .replaceAll("(?m)^\\s*\\*\\s?", "")
                        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "$1")
                        .replaceAll("\\s*\\n(?!@param)\\s*", " ")
                        .strip();
    }

    private static Path source(String className) {
        return SOURCES.resolve(className.replace('.', '/') + ".java");
    }
}
