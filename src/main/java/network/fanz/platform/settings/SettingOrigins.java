package network.fanz.platform.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import network.fanz.common.Sentence;
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
    Sentence of(KnownSetting setting) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting.name());
        return StreamSupport.stream(sources.spliterator(), false)
                .flatMap(source -> find(source, name))
                .findFirst()
                .map(SettingOrigins::words)
                .orElseGet(() -> Sentence.of(""));
    }

    private static Stream<ConfigurationProperty> find(
            ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return Stream.of(name, name.append("[0]"))
                .map(source::getConfigurationProperty)
                .filter(Objects::nonNull);
    }

    private static Sentence words(ConfigurationProperty property) {
        return inFile(property.getOrigin()).orElseGet(() -> inSource(property.getSource()));
    }

    private static Optional<Sentence> inFile(@Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return Optional.of(Sentence.of(
                    "{0}, line {1}",
                    String.valueOf(text.getResource().getFilename()),
                    text.getLocation().getLine() + 1));
        }
        return Optional.empty();
    }

    private static Sentence inSource(@Nullable ConfigurationPropertySource source) {
        if (source == null || !(source.getUnderlyingSource() instanceof PropertySource<?> properties)) {
            return Sentence.of("the program");
        }
        return switch (properties.getName()) {
            case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME -> Sentence.of("command line");
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> Sentence.of("environment");
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> Sentence.of("Java property");
            default -> Sentence.of("{0}", properties.getName());
        };
    }
}
