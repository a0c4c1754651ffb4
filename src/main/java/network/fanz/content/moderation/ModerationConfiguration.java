package network.fanz.content.moderation;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModerationSettings.class)
class ModerationConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    Job moderationLaterNames(HashedReleases releases) {
        return new Job("moderation.later-names", EVERY, releases::follow);
    }
}
