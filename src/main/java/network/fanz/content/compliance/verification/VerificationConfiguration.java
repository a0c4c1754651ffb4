package network.fanz.content.compliance.verification;

import java.time.Duration;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
class VerificationConfiguration {
    private static final Duration ENDS_EVERY = Duration.ofMinutes(5);
    private static final Duration OVERDUE_EVERY = Duration.ofMinutes(1);

    @Bean
    Job askIdentityProviders(IdentityQuestions questions, VerificationSettings settings) {
        return new Job("compliance.ask", settings.jobPeriod(), questions::askDue);
    }

    @Bean
    Job endVerifications(VerificationEnds ends) {
        return new Job("compliance.ends", ENDS_EVERY, ends::end);
    }

    @Bean
    Job callPeopleToVerifications(VerificationEnds ends) {
        return new Job("compliance.overdue", OVERDUE_EVERY, ends::callPeople);
    }

    @Bean
    VerificationReporter verificationReporter(IdentityProviders providers) {
        return new VerificationReporter(providers);
    }

    @Bean
    HealthIndicator verificationHealthIndicator(VerificationReporter reporter) {
        return new PartHealth(reporter);
    }
}
