package network.fanz.content.audience;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AudienceSettings.class)
class AudienceConfiguration {
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(1);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(5);
    private static final Duration COUNTED_EVERY = Duration.ofDays(1);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(1);

    @Bean
    LooksUnderWay looksUnderWay(AudienceSettings settings) {
        return new LooksUnderWay(settings.underWayMax());
    }

    @Bean
    Job writeLooks(LookWriting writing) {
        return new Job("audience.write", WRITTEN_EVERY, writing::write);
    }

    @Bean
    Job tellViews(ViewUpkeep upkeep) {
        return new Job("audience.tell", TOLD_EVERY, upkeep::tell);
    }

    @Bean
    Job countViewsAnew(ViewUpkeep upkeep) {
        return new Job("audience.count", COUNTED_EVERY, upkeep::countAnew);
    }

    @Bean
    Job forgetViews(ViewUpkeep upkeep, WatchHistory history) {
        return new Job("audience.forget", FORGOTTEN_EVERY, () -> {
            upkeep.forget();
            history.forget();
        });
    }
}
