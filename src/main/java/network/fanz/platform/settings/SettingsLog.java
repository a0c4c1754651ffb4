package network.fanz.platform.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/** Says once at the start what this program runs with. */
final class SettingsLog {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsLog.class);

    private final Settings settings;

    SettingsLog(Settings settings) {
        this.settings = settings;
    }

    @EventListener
    void onStart(ApplicationStartedEvent started) {
        LOG.info(text());
    }

    /** Such as {@code Settings: fanz.data.folder=/srv/fanz (command line); 130 are at their defaults.} */
    String text() {
        List<Setting> changed = settings.changed();
        int others = settings.all().size() - changed.size();
        return changed.isEmpty()
                ? "Settings: all " + others + " are at their defaults."
                : "Settings: " + changed.stream().map(SettingsLog::line).collect(Collectors.joining(", ")) + "; "
                        + others + " are at their defaults.";
    }

    private static String line(Setting setting) {
        return setting.name() + "=" + setting.value() + " (" + setting.origin().english() + ")";
    }
}
