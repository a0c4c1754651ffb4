package network.fanz.platform.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Finds where settings were set. */
final class SettingOrigins {
    private final Iterable<ConfigurationPropertySource> sources;

    SettingOrigins(ConfigurableEnvironment environment) {
        this.sources = ConfigurationPropertySources.get(environment);
    }

    /** In words, such as {@code environment} or {@code application.yaml, line 3}; empty if nowhere. */
    String of(KnownSetting setting) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting.name());
        return StreamSupport.stream(sources.spliterator(), false)
                .flatMap(source -> find(source, name))
                .findFirst()
                .map(SettingOrigins::words)
                .orElse("");
    }

    private static Stream<ConfigurationProperty> find(
            ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return Stream.of(name, name.append("[0]"))
                .map(source::getConfigurationProperty)
                .filter(Objects::nonNull);
    }

    private static String words(ConfigurationProperty property) {
        return inFile(property.getOrigin()).orElseGet(() -> inSource(property.getSource()));
    }

    private static Optional<String> inFile(@Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return Optional.of(text.getResource().getFilename() + ", line "
                    + (text.getLocation().getLine() + 1));
        }
        return Optional.empty();
    }

    private static String inSource(@Nullable ConfigurationPropertySource source) {
        String name = source != null && source.getUnderlyingSource() instanceof PropertySource<?> properties
                ? properties.getName()
                : "the program";
        return switch (name) {
            case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME -> "command line";
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> "environment";
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "Java property";
            default -> name;
        };
    }
}
