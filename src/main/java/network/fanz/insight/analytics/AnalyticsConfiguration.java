package network.fanz.insight.analytics;

import java.time.Duration;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures are made of. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {
    static final String SUBSCRIPTION = "analytics.facts";

    @Bean
    Subscription analyticsFacts(FactRecorder factRecorder) {
        return Subscription.named(SUBSCRIPTION)
                .together(factRecorder::record, FactBatch.TYPES)
                .builds(factRecorder)
                .forOperators("Figures", "Overview and reports do not count what has just happened.");
    }

    @Bean
    Job analyticsSweep(FactGenerationStore generations) {
        return new Job("analytics.sweep", Duration.ofMinutes(1), generations::sweep);
    }
}
