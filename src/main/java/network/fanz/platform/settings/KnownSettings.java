package network.fanz.platform.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All settings of ours, as the compiler collected them from the records that hold them. */
final class KnownSettings {
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private final Map<String, Class<? extends Record>> records = new TreeMap<>();
    private final Map<String, KnownSetting> settings = new TreeMap<>();

    /** Reads the metadata that lies beside this class, not that of the libraries. */
    static KnownSettings read() {
        KnownSettings known = new KnownSettings();
        JsonNode metadata = metadata();
        Map<String, String> meanings = new HashMap<>();
        metadata.path("properties")
                .forEach(each -> meanings.put(
                        each.path("name").asString(), each.path("description").asString("")));
        metadata.path("groups")
                .forEach(each -> known.addGroup(
                        each.path("name").asString(), each.path("type").asString(), meanings));
        return known;
    }

    private static JsonNode metadata() {
        String here = KnownSettings.class.getName().replace('.', '/') + ".class";
        String address = String.valueOf(KnownSettings.class.getResource("/" + here));
        // The program as one file keeps its classes in a folder of its own, and what is about it at the top.
        String root = address.substring(0, address.length() - here.length() - 1)
                .replace("jar:nested:", "jar:file:")
                .replace("/!BOOT-INF/classes/!", "!");
        try (InputStream stream = URI.create(root + METADATA).toURL().openStream()) {
            return JsonMapper.builder().build().readTree(stream.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("The list of settings is missing from the program", failed);
        }
    }

    /** The records that hold the settings, by the beginning of their names. */
    Map<String, Class<? extends Record>> records() {
        return Collections.unmodifiableMap(records);
    }

    /** In the order of their names. */
    Collection<KnownSetting> all() {
        return Collections.unmodifiableCollection(settings.values());
    }

    /** @param name as it is written in the docs */
    @Nullable KnownSetting get(String name) {
        return settings.get(name);
    }

    /** Whether a setting with this name exists, however it is written. */
    boolean contains(String written) {
        return all().stream().anyMatch(setting -> setting.isWrittenAs(written));
    }

    /** The setting that somebody may have meant who wrote this; empty if none is near. */
    Optional<KnownSetting> nearest(String written) {
        String plain = SettingNames.canonical(written);
        int far = 2 + plain.length() / 8;
        KnownSetting nearest = Collections.min(all(), Comparator.comparingInt(setting -> distance(plain, setting)));
        return distance(plain, nearest) < far ? Optional.of(nearest) : Optional.empty();
    }

    private static int distance(String plain, KnownSetting setting) {
        return EditDistance.between(plain, SettingNames.canonical(setting.name()));
    }

    /** The name of a part's setting, such as {@code fanz.data.folder} for the part {@code folder} of {@code fanz.data}. */
    static String name(String prefix, RecordComponent part) {
        return prefix + "." + DataObjectPropertyName.toDashedForm(part.getName());
    }

    private void addGroup(String prefix, String type, Map<String, String> meanings) {
        Class<?> found = ClassUtils.resolveClassName(type, KnownSettings.class.getClassLoader());
        if (found.isAnnotationPresent(ConfigurationProperties.class)) {
            Class<? extends Record> record = found.asSubclass(Record.class);
            records.put(prefix, record);
            addParts(prefix, record, meanings);
        }
    }

    private void addParts(String prefix, Class<?> record, Map<String, String> meanings) {
        for (RecordComponent part : record.getRecordComponents()) {
            String name = name(prefix, part);
            String meaning = meanings.get(name);
            if (meaning != null) {
                settings.put(name, new KnownSetting(name, part, meaning));
            } else {
                addParts(name, part.getType(), meanings);
            }
        }
    }
}
