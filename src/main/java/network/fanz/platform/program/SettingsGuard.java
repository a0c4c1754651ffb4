package network.fanz.platform.program;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start with a setting of ours that does not exist, wherever it was set: file, command line, property or environment. */
final class SettingsGuard implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        KnownSettings known = KnownSettings.read();
        List<String> unknown = SettingNames.ours(environment)
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSetting(unknown);
        }
    }

    /** After all files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
