package network.fanz.content.compliance.age;

import java.time.Duration;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgeSettings.class)
class AgeConfiguration {
    private static final Duration FORGETS_EVERY = Duration.ofMinutes(1);

    @Bean
    Job askAgeProviders(AgeQuestions questions, AgeSettings settings) {
        return new Job("compliance.ask-age", settings.jobPeriod(), questions::askDue);
    }

    @Bean
    Job forgetProofsOfAge(AgeQuestions questions) {
        return new Job("compliance.age", FORGETS_EVERY, questions::forget);
    }

    @Bean
    AgeReporter ageReporter(AgeProviders providers) {
        return new AgeReporter(providers);
    }

    @Bean
    HealthIndicator ageHealthIndicator(AgeReporter reporter) {
        return new PartHealth(reporter);
    }
}
