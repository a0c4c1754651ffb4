package network.fanz.journeys;

import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.payments.Payments;
import network.fanz.platform.events.Subscription;
import network.fanz.security.identity.events.UserRegistered;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Somebody registers, and the ledger opens their wallet. The registration is a durable event, so a program that dies between the two
 * opens it later; opening it twice gives the same wallet.
 */
@Configuration(proxyBeanMethods = false)
class Registration {
    @Bean
    Subscription walletsOfNewAccounts(Ledger ledger, Payments payments) {
        return Subscription.named("journeys.registration")
                .on(
                        UserRegistered.class,
                        registered -> ledger.createAccount(NewLedgerAccount.credit(
                                registered.event().account().toString(), AccountCode.FAN_WALLET, payments.currency())));
    }
}
