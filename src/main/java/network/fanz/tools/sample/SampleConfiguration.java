package network.fanz.tools.sample;

import java.time.Clock;
import java.time.Duration;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.jobs.Jobs;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.security.identity.IdentitySettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The sample's parts, which exist only in the start that makes it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SampleSettings.class)
class SampleConfiguration {
    @Bean
    @ConditionalOnProperty(name = "fanz.sample.make", havingValue = "true")
    @ConditionalOnMissingBean
    SampleClock clock(SampleSettings settings) {
        return new SampleClock(Clock.systemUTC(), Duration.ofDays(settings.days()));
    }

    @Bean
    @ConditionalOnProperty(name = "fanz.sample.make", havingValue = "true")
    SampleIdleWait sampleIdleWait(SampleClock clock, ParkedEvents events, Jobs jobs) {
        return new SampleIdleWait(clock, events, jobs);
    }

    @Bean
    @ConditionalOnProperty(name = "fanz.sample.make", havingValue = "true")
    SampleGenerator sampleMaker(
            SampleSettings settings,
            IdentitySettings identity,
            SampleClock clock,
            DataFolder folder,
            SampleIdleWait idle,
            Mailbox mailbox,
            Environment environment,
            WebServerApplicationContext server) {
        return new SampleGenerator(settings, identity, clock, folder, idle, mailbox, environment, server);
    }
}
