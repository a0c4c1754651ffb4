package network.fanz.platform.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    Settings settings(ConfigurableEnvironment environment) {
        return Settings.of(environment);
    }

    @Bean
    SettingsLog settingsLog(Settings settings) {
        return new SettingsLog(settings);
    }
}
