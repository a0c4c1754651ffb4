package network.fanz.platform.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of all settings of ours, as the compiler collected them from the records that hold them. */
final class KnownSettings {
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
        String plain = SettingNames.canonical(name);
        return single.contains(plain) || many.stream().anyMatch(plain::startsWith);
    }

    private void add(JsonNode property) {
        String plain = SettingNames.canonical(property.path("name").asString());
        String type = property.path("type").asString("");
        boolean holdsMany = type.startsWith("java.util.") || type.endsWith("[]");
        (holdsMany ? many : single).add(plain);
    }
}
