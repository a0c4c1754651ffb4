package network.fanz.journeys;

import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.NewAccount;
import org.springframework.stereotype.Component;

/** A new user registers: identity decides who may, and the ledger opens the wallet. Both may be repeated with the same key. */
@Component
public class Registration {
    private final Identity identity;
    private final Ledger ledger;
    private final Payments payments;

    Registration(Identity identity, Ledger ledger, Payments payments) {
        this.identity = identity;
        this.ledger = ledger;
        this.payments = payments;
    }

    /**
     * Registers a new user and opens the wallet.
     *
     * @param key the caller's idempotency key
     */
    public AccountId register(NewAccount account, Origin origin, String key) {
        AccountId id = identity.initializeRegistration(account, origin, key);
        ledger.createAccount(NewLedgerAccount.credit(id.toString(), AccountCode.FAN_WALLET, payments.currency()));
        return id;
    }
}
