package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.platform.settings.Setting;
import network.fanz.platform.settings.Settings;

/**
 * The settings of this node.
 *
 * @param changedOnly whether those at their default are left out
 */
public record SettingList(Settings settings, boolean changedOnly) {
    /** What stands for a secret; all other values are what somebody wrote. */
    private static final Set<String> HIDDEN = Set.of("set, not shown", "secret, not set");

    /** By the beginnings of their names. */
    public Map<String, List<Setting>> groups() {
        List<Setting> shown = changedOnly ? settings.changed() : settings.all();
        return shown.stream().collect(Collectors.groupingBy(Setting::group, LinkedHashMap::new, Collectors.toList()));
    }

    public String about() {
        int changed = settings.changed().size();
        return say(
                changed == 1
                        ? "What this node runs with. {0} settings, {1} differs from its default. A change takes effect at the next start."
                        : "What this node runs with. {0} settings, {1} differ from their defaults. A change takes effect at the next start.",
                settings.all().size(),
                changed);
    }

    /** How a setting without a value is written. */
    public static String shown(String value) {
        return value.isEmpty() ? say("none") : HIDDEN.contains(value) ? say(value) : value;
    }
}
