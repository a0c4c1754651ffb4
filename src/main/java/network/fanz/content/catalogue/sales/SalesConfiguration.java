package network.fanz.content.catalogue.sales;

import java.time.Duration;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SalesConfiguration {
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** Grants follow settled payments, and nothing else. All events of a payment have its key, so a grant never comes behind its end. */
    @Bean
    Subscription catalogueSingleWorks(WorkSales sales) {
        return Subscription.named("catalogue.single-works")
                .on(PaymentSettled.class, settled -> sales.grant(settled.event()))
                .on(PaymentRefunded.class, refunded -> sales.revoke(refunded.event()))
                .on(ProviderMessageUnexpected.class, said -> sales.revoke(said.event()))
                .forOperators("Single works", "Who has just paid for a work cannot watch it yet.");
    }

    @Bean
    Subscription catalogueTakenDown(TakenDownWorks takenDown) {
        return Subscription.named("catalogue.taken-down")
                .on(ReleaseMoved.class, moved -> takenDown.note(moved.event()))
                .forOperators(
                        "Works that were taken down", "Who has bought a work is told late that it was taken down.");
    }

    @Bean
    Job catalogueTakenDownJob(TakenDownWorks takenDown) {
        return new Job("catalogue.taken-down", TOLD_EVERY, takenDown::tell);
    }
}
