package network.fanz.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings of this run. */
public final class Settings {
    private static final String HIDDEN = "set, not shown";
    private static final String HIDDEN_WITHOUT_VALUE = "secret, not set";

    private final List<Setting> all;

    private Settings(List<Setting> all) {
        this.all = List.copyOf(all);
    }

    static Settings of(ConfigurableEnvironment environment) {
        KnownSettings known = KnownSettings.read();
        Map<String, @Nullable Object> values =
                BoundSettings.of(known, Binder.get(environment)).values();
        Map<String, @Nullable Object> defaults =
                BoundSettings.of(known, Defaults.nothingSet()).values();
        SettingOrigins origins = new SettingOrigins(environment);
        return new Settings(known.all().stream()
                .map(setting -> new Setting(
                        setting.name(),
                        text(setting, values),
                        text(setting, defaults),
                        setting.allowed(),
                        setting.meaning().replaceAll("\\{@code ([^}]*)}", "$1"),
                        origins.of(setting),
                        !Objects.equals(values.get(setting.name()), defaults.get(setting.name()))))
                .toList());
    }

    /**
     * For a command beside the program: what stops the program's start stops it too.
     *
     * @throws RuntimeException if a setting does not exist or may not be what it is; its message has a sentence for each
     */
    public static void check(ConfigurableEnvironment environment) {
        SettingsGuard.check(environment);
    }

    /** All that exist, in the order of their names. */
    public List<Setting> all() {
        return all;
    }

    /** Those that differ from their defaults. */
    public List<Setting> changed() {
        return all.stream().filter(Setting::changed).toList();
    }

    private static String text(KnownSetting setting, Map<String, @Nullable Object> values) {
        String text = SettingText.of(values.get(setting.name()));
        if (setting.isSecret()) {
            return text.isEmpty() ? HIDDEN_WITHOUT_VALUE : HIDDEN;
        }
        return withoutCredentials(text);
    }

    /** What stands before the host of an address, and its parameters, may hold a password. A line break would be a line of its own. */
    static String withoutCredentials(String text) {
        return text.replaceAll("//\\S*@", "//…@")
                .replaceAll("(?s)(://[^?\\s]*|jdbc:[^?\\s]*)\\?.*", "$1?…")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
