package network.fanz.security.ratelimit;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import network.fanz.security.ratelimit.blocks.AddressBlocks;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.origin.KnownPlaces;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {
    @Bean
    Job limitsSweepJob(Limiter limiter, AddressBlocks blocks, KnownPlaces places) {
        return new Job("ratelimit.sweep", Duration.ofMinutes(1), () -> {
            limiter.sweep();
            blocks.sweep();
            places.sweep();
        });
    }
}
