package network.fanz.security.identity.address;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AddressChangeState;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.events.EmailChanged;
import network.fanz.security.identity.events.EmailVerified;
import org.springframework.stereotype.Component;

/** Makes the change of address to which both mailboxes have said yes, in the caller's transaction. */
@Component
final class AddressMove {
    private final AddressChangeStore store;
    private final AddressLetters letters;
    private final AccountStore accounts;
    private final Events events;
    private final Audit audit;

    AddressMove(
            AddressChangeStore store,
            AddressLetters addressLetters,
            AccountStore accounts,
            Events events,
            Audit audit) {
        this.store = store;
        this.letters = addressLetters;
        this.accounts = accounts;
        this.events = events;
        this.audit = audit;
    }

    /** @return done; lapsed if another account has confirmed the address meanwhile */
    AddressChangeState make(AccountId account, AddressChangeStore.OpenChange open, Instant now) {
        if (store.ownerElsewhere(open.lookup(), account).isPresent()) {
            store.end(account, AddressChangeState.LAPSED);
            return AddressChangeState.LAPSED;
        }
        AccountStore.AccountRow before = accounts.find(account).orElseThrow();
        if (!store.apply(open.id(), now)) {
            throw new LinkNotGood(AddressChangeState.LAPSED);
        }
        letters.writeDone(before, open);
        store.end(account, AddressChangeState.DONE);
        if (before.emailVerifiedAt() == null) {
            events.append(new EmailVerified(account, now));
        }
        events.append(new EmailChanged(account, now));
        audit.record(AuditAction.of("identity.change_address", account, "account:" + account));
        return AddressChangeState.DONE;
    }
}
