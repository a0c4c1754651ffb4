package network.fanz.finance.payments.requests;

import java.time.Duration;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefundRequestSettings.class)
class RefundRequestsConfiguration {
    private static final Duration PASSED_ON_EVERY = Duration.ofMinutes(1);

    /** All these events have the payment's key, so they come in the order in which they happened. */
    @Bean
    Subscription refundRequestsFollow(RefundRequestSteps steps) {
        return Subscription.named("payments.refund-requests")
                .on(RefundRequested.class, begun -> steps.refundBegan(begun.event()))
                .on(PaymentRefunded.class, refunded -> steps.refunded(refunded.event()))
                .on(RefundRefused.class, refused -> steps.refundRefused(refused.event()))
                .on(ProviderMessageUnexpected.class, said -> steps.takenBack(said.event()))
                .forOperators(
                        "Requests for refunds", "A request still says that it waits though its money has gone back.");
    }

    @Bean
    Job refundRequestsPassedOn(RefundRequestSteps steps) {
        return new Job("payments.refund-requests", PASSED_ON_EVERY, steps::passOn);
    }
}
