package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentsSettings.class)
class PaymentsConfiguration {
    /**
     * Drives what was left half-way: by a node that died, a provider that did not answer, a message that never came. Taking a payment
     * moves its next look away, so what takes long is not taken twice; so no more are taken than there is room for.
     */
    @Bean
    Job paymentsLeftHalfWay(PaymentStore store, DriverPool drivers, PaymentsSettings settings, Clock clock) {
        return new Job(
                "payments.drive",
                settings.jobPeriod(),
                () -> store.takeDue(
                                clock.instant(),
                                Math.min(settings.jobBatch(), drivers.freeSlots()),
                                settings.retryDelay(),
                                settings.retryDelayMax())
                        .forEach(drivers::submitPoll));
    }
}
