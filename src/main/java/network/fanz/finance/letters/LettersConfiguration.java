package network.fanz.finance.letters;

import network.fanz.content.catalogue.events.PassEnded;
import network.fanz.content.catalogue.events.WorkTakenDown;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterSettings.class)
class LettersConfiguration {
    /** Each payment has some ten statements, so that a transaction stays within some tenths of a second. */
    private static final int PAYMENTS_AT_ONCE = 25;

    /** Each letter stands for itself: one that cannot be written keeps no other. */
    @Bean
    Subscription moneyLettersFollow(LetterWriter letters) {
        return Subscription.named("letters.money")
                .onBatch(
                        PaymentSettled.class,
                        batch -> letters.paid(
                                batch.stream().map(DeliveredEvent::event).toList()))
                .on(PaymentRefunded.class, back -> letters.givenBack(back.event()))
                .on(PassEnded.class, ended -> letters.passEnded(ended.event()))
                .on(WorkTakenDown.class, gone -> letters.workTakenDown(gone.event()))
                .on(ProviderMessageUnexpected.class, said -> letters.takenBack(said.event()))
                .on(RefundRequestMoved.class, moved -> letters.requestMoved(moved.event()))
                .inAnyOrder()
                .atMost(PAYMENTS_AT_ONCE)
                .forOperators("Letters about money", "Receipts and news of sales come late.");
    }
}
