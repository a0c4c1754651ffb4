package network.fanz.content.catalogue;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Handle;
import network.fanz.common.Steady;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Short addresses of creators. One that was given stays its owner's for ever, also when they choose another or are gone: a link that
 * somebody kept never leads to somebody else.
 */
@Component
public class Handles {
    private static final String FIELD = "catalogue.handle.handle";
    /** Old ones are kept, so nobody takes many. */
    private static final int HANDLES_MAX = 3;

    private final HandleStore store;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Handles(HandleStore store, Vault vault, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose it is or was. */
    public Optional<AccountId> owner(Handle handle) {
        return store.owner(lookup(handle));
    }

    /** The one that a creator's page is known by now; empty if they have none, or were erased. */
    public Optional<Handle> of(AccountId creator) {
        return store.current(creator).flatMap(kept -> open(creator, kept));
    }

    Optional<Handle> open(AccountId creator, byte[] kept) {
        try {
            return Optional.of(new Handle(vault.open(creator.value(), FIELD, kept)));
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }

    /**
     * Makes it the creator's; one that they had before they can have again. Chosen again it changes nothing. Emits nothing.
     *
     * @throws HandleTaken if it is or was somebody else's
     * @throws HandlesUsedUp if they have had as many as one may have
     */
    public void choose(AccountId creator, Handle handle) {
        byte[] lookup = lookup(handle);
        transaction.executeWithoutResult(status -> {
            store.lock(creator);
            if (handle.equals(of(creator).orElse(null))) {
                return;
            }
            AccountId owner = store.owner(lookup).orElse(null);
            if (owner == null) {
                take(creator, handle, lookup);
            } else if (owner.equals(creator)) {
                store.chooseAgain(lookup, clock.instant().truncatedTo(ChronoUnit.MICROS));
            } else {
                throw new HandleTaken();
            }
            audit.record(AuditAction.of("catalogue.choose_handle", creator, "account:" + creator));
        });
    }

    private void take(AccountId creator, Handle handle, byte[] lookup) {
        if (store.count(creator) >= HANDLES_MAX) {
            throw new HandlesUsedUp(HANDLES_MAX);
        }
        byte[] kept = vault.seal(creator.value(), FIELD, handle.text());
        if (!store.insert(lookup, kept, creator, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new HandleTaken();
        }
    }

    private byte[] lookup(Handle handle) {
        return vault.keyedHash(FIELD, handle.text());
    }
}
