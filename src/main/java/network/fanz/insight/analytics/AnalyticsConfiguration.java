package network.fanz.insight.analytics;

import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.Subscription;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures are made of. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {
    static final String SUBSCRIPTION = "analytics.facts";

    @Bean
    Subscription analyticsFacts(FactRecorder factRecorder, FactStore store) {
        return Subscription.named(SUBSCRIPTION)
                .onBatch(PaymentSettled.class, factRecorder::settled)
                .on(PaymentRefunded.class, factRecorder::refunded)
                .onBatch(EmailVerified.class, factRecorder::verified)
                .onBatch(AuthenticationAttempt.class, factRecorder::attempted)
                .on(AlertChanged.class, factRecorder::alert)
                .onReplay(store::empty)
                .forOperators("Figures", "Overview and reports do not count what has just happened.");
    }
}
