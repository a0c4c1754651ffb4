package network.fanz.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs every {@link Job} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobsConfiguration {
    @Bean
    JobStore jobStore(JdbcClient client) {
        return new JobStore(client);
    }

    @Bean
    JobEngine jobEngine(
            ObjectProvider<Job> jobs,
            JobStore store,
            JobSettings settings,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new JobEngine(
                jobs.orderedStream().toList(),
                store,
                settings,
                clock,
                meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    Jobs jobs(JobEngine engine, JobStore store, Clock clock) {
        return new Jobs(engine, store, clock);
    }
}
