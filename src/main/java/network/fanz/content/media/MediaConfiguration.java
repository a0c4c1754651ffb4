package network.fanz.content.media;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {
    @Bean
    Job mediaExpiryJob(UploadEnds ends) {
        return new Job("media.expire", Duration.ofMinutes(1), ends::expire);
    }
}
