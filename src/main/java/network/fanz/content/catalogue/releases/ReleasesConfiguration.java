package network.fanz.content.catalogue.releases;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleasesConfiguration {
    @Bean
    Job releaseJob(ReleaseDriver driver) {
        return new Job("catalogue.releases", Duration.ofSeconds(1), driver::drive);
    }
}
