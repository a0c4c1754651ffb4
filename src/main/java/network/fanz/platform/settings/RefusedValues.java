package network.fanz.platform.settings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Notes which values cannot be read, lie outside their range or are refused by the record that holds them. It goes on with the default
 * instead, so that one start tells of all, and so that no record sees a value outside.
 */
final class RefusedValues implements BindHandler {
    private final KnownSettings known;
    private final List<String> faults;
    private final Set<String> names;

    /**
     * @param faults gets a sentence for each
     * @param names gets the name of each setting whose value is refused
     */
    RefusedValues(KnownSettings known, List<String> faults, Set<String> names) {
        this.known = known;
        this.faults = faults;
        this.names = names;
    }

    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object value) {
        KnownSetting setting = known.get(name.toString());
        if (setting == null || setting.range() == null || setting.range().holds(value)) {
            return value;
        }
        faults.add(setting.refusal(SettingText.of(value)));
        names.add(setting.name());
        return null;
    }

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        KnownSetting setting = known.get(whole(name).toString());
        names.add(whole(name).toString());
        ConfigurationProperty property = context.getConfigurationProperty();
        String reason = ownWords(error);
        if (setting != null && setting.form() != null && property != null) {
            String refusal = setting.refusal(String.valueOf(property.getValue()));
            faults.add(reason.isEmpty() ? refusal : refusal + " " + reason);
        } else {
            faults.add(reason.isEmpty() ? "The setting " + name + " is not what it should be." : reason);
        }
        return null;
    }

    private static ConfigurationPropertyName whole(ConfigurationPropertyName name) {
        return name.isLastElementIndexed() ? name.getParent() : name;
    }

    /** What a record of ours says when it refuses a value; empty if it was none of ours, whose words might hold a secret. */
    private static String ownWords(Exception error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        String words = String.valueOf(root.getMessage());
        if (trace.length == 0 || !trace[0].getClassName().startsWith("network.fanz.")) {
            return "";
        }
        return words.endsWith(".") ? words : words + ".";
    }
}
