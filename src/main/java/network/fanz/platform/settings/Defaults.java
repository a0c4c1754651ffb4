package network.fanz.platform.settings;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A record of settings as it is when nobody sets anything, for programs and tests that run without the whole house. */
public final class Defaults {
    private Defaults() {}

    /** @param type one of the records of settings */
    public static <T extends Record> T of(Class<T> type) {
        ConfigurationProperties marked = type.getAnnotation(ConfigurationProperties.class);
        if (marked == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " holds no settings");
        }
        return nothingSet().bindOrCreate(marked.prefix(), type);
    }

    static Binder nothingSet() {
        return new Binder(new MapConfigurationPropertySource(Map.of()));
    }
}
