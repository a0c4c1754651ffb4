package network.fanz.content.catalogue;

import java.time.Duration;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    private static final Duration ENDS_EVERY = Duration.ofMinutes(1);

    /** Grants follow settled payments, and nothing else. Both events of a payment have its key, so a refund never comes first. */
    @Bean
    Subscription cataloguePasses(Catalogue catalogue) {
        return Subscription.named("catalogue.passes")
                .on(PaymentSettled.class, settled -> catalogue.grant(settled.event()))
                .on(PaymentRefunded.class, refunded -> catalogue.revoke(refunded.event()))
                .forOperators("Passes", "Who has just paid for a pass does not get in yet.");
    }

    @Bean
    Job cataloguePassEnds(PassEnds ends) {
        return new Job("catalogue.pass-ends", ENDS_EVERY, ends::tell);
    }
}
