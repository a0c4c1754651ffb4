package network.fanz.platform.clock;

import java.time.Clock;
import network.fanz.common.Steady;
import network.fanz.platform.health.PartHealth;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {
    @Bean
    ClockStore clockStore(JdbcClient client) {
        return new ClockStore(client);
    }

    @Bean
    ClockWatch clockWatch(Clock clock, ClockStore store, ClockSettings settings) {
        return new ClockWatch(clock, store, settings.jumpTrustedAfter());
    }

    /** Given to whoever asks for it by its annotation; who asks for a clock without more gets the machine's. */
    @Bean(defaultCandidate = false)
    @Steady
    Clock steadyClock(ClockWatch watch) {
        return watch.steady();
    }

    @Bean
    HealthIndicator clockHealthIndicator(ClockWatch watch) {
        return new PartHealth(watch);
    }
}
