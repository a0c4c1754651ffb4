package network.fanz.content.compliance.performers;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PerformerConfiguration {
    private static final Duration FORGET_EVERY = Duration.ofHours(6);

    @Bean
    Job compliancePerformers(ForgottenRecords forgotten) {
        return new Job("compliance.performers", FORGET_EVERY, forgotten::forget);
    }
}
