package network.fanz.platform.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which settings of ours are set, however they are written. */
public final class SettingNames {
    private static final String PREFIX = "fanz.";
    private static final String VARIABLE_PREFIX = "fanz_";
    private static final Pattern NAME = Pattern.compile("fanz(\\.[a-z0-9-]*[a-z0-9])+");

    private SettingNames() {}

    /** The names of all settings of ours that are set anywhere: in a file, on the command line, as a property or in the environment. */
    public static Stream<String> ours(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .flatMap(SettingNames::names)
                .filter(SettingNames::isOurs)
                .distinct();
    }

    /** Spring reads {@code FANZ_DATA_FOLDER} in the environment alone; anywhere else it would be set in vain. */
    static Stream<String> variablesOutsideOfTheEnvironment(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source ->
                        !source.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(SettingNames::names)
                .filter(SettingNames::isVariable)
                .distinct();
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                : Stream.of();
    }

    private static boolean isOurs(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX) || isVariable(name);
    }

    /** Whether a name is written as in the environment, such as {@code FANZ_DATA_FOLDER}. */
    static boolean isVariable(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(VARIABLE_PREFIX);
    }

    /** A sentence in which every name is written as in the environment. */
    static String asVariables(String sentence) {
        return NAME.matcher(sentence).replaceAll(name -> variable(name.group()));
    }

    /** How one writes a name in the environment: {@code FANZ_POSTGRES_CONNECTIONSMAX}. */
    static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Letters and digits only, in lower case, which is all that the ways to write a name have in common. */
    public static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
