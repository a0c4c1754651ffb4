package network.fanz.security.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.common.Steady;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import network.fanz.security.monitoring.alerts.Escalation;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import network.fanz.security.monitoring.signals.SignalSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires one subscription for all sources, so that events of one moment are handled in their order, and the job that escalates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {
    private static final Duration STRANGERS_IN_FULL = Duration.ofHours(1);
    private static final Duration STRANGERS_EVERY = Duration.ofMinutes(10);
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    @Bean
    Subscription monitoringSignals(List<SignalSource> sources) {
        Subscription subscription = Subscription.named("monitoring.signals")
                .inAnyOrder()
                .forOperators(
                        "Security alerts", "Attacks are not noticed, and nobody who guesses passwords is blocked.");
        sources.forEach(source -> source.subscribe(subscription));
        return subscription;
    }

    @Bean
    Job escalateAlerts(Escalation escalation, MonitoringSettings settings) {
        return new Job("monitoring.escalate", settings.escalateEvery(), escalation::run);
    }

    /** In full as long as a rule may still look at it, and an hour at least; then as one row an address, hour and reason. */
    @Bean
    Job countStrangers(SecurityEventStore events, MonitoringSettings settings, @Steady Clock clock) {
        Duration full = Stream.of(STRANGERS_IN_FULL, settings.bruteForceWindow(), settings.relatedWindow())
                .max(Duration::compareTo)
                .orElseThrow();
        return new Job("monitoring.count-strangers", STRANGERS_EVERY, () -> {
            Instant before = clock.instant().minus(full);
            while (events.countStrangers(before, FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        });
    }

    /** A bounded number in each transaction, until none is due. */
    @Bean
    Job forgetSecurityEvents(SecurityEventStore events, MonitoringSettings settings, @Steady Clock clock) {
        return new Job("monitoring.forget", Duration.ofHours(1), () -> {
            Instant now = clock.instant();
            Instant routine = now.minus(settings.routineKeptFor());
            Instant all = now.minus(settings.eventsKeptFor());
            while (events.forget(routine, all, FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        });
    }
}
