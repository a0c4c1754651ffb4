package network.fanz.platform.program;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Refuses to start with a setting of ours that does not exist, wherever it was set: file, command line, property or environment. */
final class SettingsGuard implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        KnownSettings known = KnownSettings.read();
        List<String> unknown = environment.getPropertySources().stream()
                .flatMap(SettingsGuard::names)
                .filter(SettingsGuard::isOurs)
                .filter(name -> !known.contains(name))
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSetting(unknown);
        }
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                : Stream.of();
    }

    private static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(KnownSettings.PREFIX) || lower.startsWith("fanz_");
    }

    /** After all files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
