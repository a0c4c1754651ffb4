package network.fanz.content.media.films;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilmSettings.class)
class FilmConfiguration {
    @Bean
    Job filmToolsJob(FilmTools tools) {
        return new Job("media.film_tools", Duration.ofMinutes(5), tools::check);
    }
}
