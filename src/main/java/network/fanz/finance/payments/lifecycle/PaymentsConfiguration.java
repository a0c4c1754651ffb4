package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.Duration;
import network.fanz.common.Steady;
import network.fanz.finance.ledger.events.HandPostingChanged;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentsSettings.class)
class PaymentsConfiguration {
    private static final Duration OVERDUE_EVERY = Duration.ofSeconds(30);

    /**
     * Drives what was left half-way: by a node that died, a provider that did not answer, a message that never came. It takes no more
     * payments than this node has room for: a payment that is taken is not due again for a while, on any node.
     */
    @Bean
    Job paymentsLeftHalfWay(PaymentStore store, DriverPool drivers, PaymentsSettings settings, @Steady Clock clock) {
        return new Job(
                "payments.drive",
                settings.jobPeriod(),
                () -> store.takeDue(
                                clock.instant(),
                                Math.min(settings.jobBatchMax(), drivers.freeSlots()),
                                settings.retryDelay(),
                                settings.retryDelayMax())
                        .forEach(drivers::submitPoll));
    }

    @Bean
    Subscription paymentsBookedBack(BookedBack bookedBack) {
        return Subscription.named("payments.booked-back")
                .on(HandPostingChanged.class, changed -> bookedBack.follow(changed.event()))
                .forOperators(
                        "Bookings of payments taken back",
                        "A payment that was taken back still counts as not booked, though people have booked it by hand.");
    }

    @Bean
    PaymentsReporter paymentsReporter(PaymentProviders providers) {
        return new PaymentsReporter(providers);
    }

    @Bean
    HealthIndicator paymentsHealthIndicator(PaymentsReporter reporter) {
        return new PartHealth(reporter);
    }

    @Bean
    Job paymentsOverdue(OverduePayments overdue) {
        return new Job("payments.overdue", OVERDUE_EVERY, overdue::callPeople);
    }
}
