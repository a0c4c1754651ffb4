package network.fanz.security.identity.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.platform.vault.KeyMissing;
import network.fanz.platform.vault.SubjectForgotten;
import org.springframework.stereotype.Component;

/** Writes the hash by which an account is found by its public name, a moment after the name is new. */
@Component
public final class NameLookups {
    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final NameLookupStore store;
    private final AccountStore accounts;
    private final PersonalData personal;

    NameLookups(NameLookupStore store, AccountStore accounts, PersonalData personal) {
        this.store = store;
        this.accounts = accounts;
        this.personal = personal;
    }

    /** Accounts of exactly this public name, apart from capitals and spaces; newest first. */
    public List<AccountStore.AccountRow> find(String name, int limit) {
        return accounts.findByName(personal.nameLookup(name), limit);
    }

    /** Goes on until none is left or the program wants to stop. An account whose key this node does not have waits for one that has it. */
    public void run() {
        UUID after = BEFORE_ALL;
        List<NameLookupStore.SealedName> batch;
        do {
            batch = store.next(after, BATCH);
            Map<NameLookupStore.SealedName, byte[]> lookups = new HashMap<>();
            for (NameLookupStore.SealedName kept : batch) {
                try {
                    lookups.put(kept, personal.nameLookup(personal.name(kept.id(), kept.name())));
                } catch (SubjectForgotten erased) {
                    store.writeErased(kept);
                } catch (KeyMissing missing) {
                    continue;
                } finally {
                    after = kept.id().value();
                }
            }
            store.write(lookups);
        } while (!batch.isEmpty() && !Thread.currentThread().isInterrupted());
    }
}
