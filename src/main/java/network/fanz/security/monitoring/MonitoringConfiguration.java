package network.fanz.security.monitoring;

import java.util.List;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** One subscription for all sources, so that events of one moment are looked at in their order; and the job that escalates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringConfiguration.class);

    @Bean
    Subscription monitoringSignals(List<Signals> sources) {
        Subscription subscription = Subscription.named("monitoring.signals");
        sources.forEach(source -> source.listen(subscription));
        return subscription;
    }

    @Bean
    Job escalateAlerts(Alerts alerts, MonitoringSettings settings, TransactionTemplate transaction) {
        return new Job(
                "monitoring.escalate",
                settings.escalateEvery(),
                () -> transaction.executeWithoutResult(status -> alerts.escalate(settings.escalateAfter())
                        .forEach(alert -> LOG.warn("Nobody has taken up the critical alert {}", alert.id()))));
    }
}
