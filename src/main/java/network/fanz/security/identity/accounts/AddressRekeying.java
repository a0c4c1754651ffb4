package network.fanz.security.identity.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.EmailAddress;
import network.fanz.platform.vault.KeyMissing;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.security.identity.accounts.FormerAddressStore.FormerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Brings accounts from before addresses had one canonical form under the hash of that form. An address that has no canonical form, or
 * whose form another account has confirmed, keeps its hash: its owner is found by what was registered, as before.
 */
@Component
public final class AddressRekeying {
    private static final Logger LOG = LoggerFactory.getLogger(AddressRekeying.class);
    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final FormerAddressStore store;
    private final PersonalData personal;

    AddressRekeying(FormerAddressStore store, PersonalData personal) {
        this.store = store;
        this.personal = personal;
    }

    /**
     * Goes on until none is left or the program wants to stop; a crash half-way repeats one batch. An account whose key this node does not
     * have waits for a run that has it, and holds up no other.
     */
    public void run() {
        UUID after = BEFORE_ALL;
        int keyless = 0;
        List<FormerAddress> batch;
        do {
            batch = store.next(after, BATCH);
            List<FormerAddress> kept = new ArrayList<>();
            for (FormerAddress former : batch) {
                try {
                    if (!rekeyed(former)) {
                        kept.add(former);
                    }
                } catch (KeyMissing missing) {
                    keyless++;
                }
                after = former.id().value();
            }
            store.keep(kept);
        } while (!batch.isEmpty() && !Thread.currentThread().isInterrupted());
        if (keyless > 0) {
            LOG.warn(
                    "{} accounts keep the former hash of their address: their keys are not in this node's store",
                    keyless);
        }
    }

    private boolean rekeyed(FormerAddress former) {
        Optional<byte[]> lookup =
                canonicalLookup(former).filter(canonical -> !Arrays.equals(canonical, former.lookup()));
        try {
            lookup.ifPresent(canonical -> store.rekey(former, canonical));
            return lookup.isPresent();
        } catch (DuplicateKeyException another) {
            LOG.warn(
                    "Account {} keeps the former hash of its address: another account has confirmed the same mailbox",
                    former.id());
            return false;
        }
    }

    private Optional<byte[]> canonicalLookup(FormerAddress former) {
        try {
            return EmailAddress.parse(personal.email(former.id(), former.email()))
                    .map(personal::emailLookup);
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }
}
