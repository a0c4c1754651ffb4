package network.fanz.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import network.fanz.platform.health.PartHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs every {@link Job} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobsConfiguration {
    /** How long one look at the table of jobs may take, or a due job wait for its start. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(30);

    @Bean
    JobStore jobStore(JdbcClient client) {
        return new JobStore(client);
    }

    @Bean
    JobScheduler jobEngine(
            ObjectProvider<Job> jobs,
            JobStore store,
            JobSettings settings,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new JobScheduler(
                jobs.orderedStream().toList(),
                store,
                settings,
                clock,
                meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    /** Jobs come up after the program is ready, so they do not count towards readiness. */
    @Bean
    JobReporter jobReporter(JobScheduler scheduler, Jobs jobs, JobSettings settings) {
        return new JobReporter(scheduler, jobs, settings.poll().plus(LOOK_MAX));
    }

    @Bean
    HealthIndicator jobsHealthIndicator(JobReporter reporter) {
        return new PartHealth(reporter);
    }

    @Bean
    Jobs jobs(JobScheduler scheduler, JobStore store, Clock clock) {
        return new Jobs(scheduler, store, clock);
    }
}
