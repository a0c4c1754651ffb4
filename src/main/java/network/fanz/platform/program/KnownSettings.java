package network.fanz.platform.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of all settings of ours, as the compiler collected them from the records that hold them. */
final class KnownSettings {
    private static final String PREFIX = "fanz.";
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private final Set<String> single = new HashSet<>();
    private final Set<String> many = new HashSet<>();

    /** Reads the metadata that lies beside this class, not that of the libraries. */
    static KnownSettings read() {
        KnownSettings known = new KnownSettings();
        metadata().path("properties").forEach(known::add);
        return known;
    }

    static JsonNode metadata() {
        String here = KnownSettings.class.getName().replace('.', '/') + ".class";
        String address = String.valueOf(KnownSettings.class.getResource("/" + here));
        String root = address.substring(0, address.length() - here.length() - 1);
        try (InputStream stream = java.net.URI.create(root + METADATA).toURL().openStream()) {
            return JsonMapper.builder().build().readTree(stream.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("The list of settings is missing from the program", failed);
        }
    }

    /** Whether a setting with this name exists, however it is written: {@code fanz.data.folder} or {@code FANZ_DATA_FOLDER}. */
    boolean contains(String name) {
        String plain = plain(name);
        return single.contains(plain) || many.stream().anyMatch(plain::startsWith);
    }

    private void add(JsonNode property) {
        String plain = plain(property.path("name").asString());
        String type = property.path("type").asString("");
        boolean holdsMany = type.startsWith("java.util.") || type.endsWith("[]");
        (holdsMany ? many : single).add(plain);
    }

    /** The names of all settings of ours that are set anywhere: in a file, on the command line, as a property or in the environment. */
    static Stream<String> ours(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .flatMap(KnownSettings::names)
                .filter(KnownSettings::isOurs)
                .distinct();
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                : Stream.of();
    }

    private static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX) || lower.startsWith("fanz_");
    }

    /** Letters and digits only, in lower case, which is all that the ways to write a name have in common. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
