package network.fanz.platform.settings;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start with settings that do not exist or that could hurt, wherever they were set: file, command line or environment. */
final class SettingsGuard implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        check(environment);
    }

    static void check(ConfigurableEnvironment environment) {
        List<String> faults = faults(environment);
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    private static List<String> faults(ConfigurableEnvironment environment) {
        KnownSettings known = KnownSettings.read();
        Stream<String> unknown = SettingNames.ours(environment)
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> unknown(known, name));
        List<String> wrong = BoundSettings.of(known, Binder.get(environment)).faults();
        Stream<String> misplaced = SettingNames.variablesOutsideOfTheEnvironment(environment)
                .map(name -> name
                        + " is read in the environment only. Elsewhere a setting is written like fanz.data.folder.");
        return Stream.of(misplaced, unknown, wrong.stream())
                .flatMap(each -> each)
                .map(Settings::withoutCredentials)
                .toList();
    }

    private static String unknown(KnownSettings known, String name) {
        // A value that was joined to its name by a wrong sign may be a secret.
        String shown = name.replaceFirst("(?s)[:=].*", "…");
        return RemovedSettings.fate(name)
                .orElseGet(() -> "There is no setting " + shown + "."
                        + known.nearest(name)
                                .map(near -> " Did you mean " + written(near, name) + "?")
                                .orElse(""));
    }

    private static String written(KnownSetting setting, String like) {
        return SettingNames.isVariable(like) ? setting.variable() : setting.name();
    }

    /** After all files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
