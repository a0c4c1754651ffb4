package network.fanz.content.compliance.performers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.content.compliance.RecordRetention;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets go of records whose time is over: their rows, and the keys that open what backups have of them. */
@Component
class ForgottenRecords {
    private static final int AT_ONCE = 100;

    private final PerformerStore store;
    private final SealedScans scans;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ForgottenRecords(
            PerformerStore store,
            SealedScans scans,
            Vault vault,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.scans = scans;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until none is due or the program wants to stop. */
    void forget() {
        List<UUID> due;
        do {
            Instant before = RecordRetention.lastTouchedBefore(clock.instant());
            due = store.untouchedSince(before, AT_ONCE);
            due.forEach(id -> forget(id, before));
        } while (due.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    /** The key goes before the rows are gone for certain: rows without their key go with the next run, a key without rows would stay. */
    private void forget(UUID id, Instant before) {
        transaction.executeWithoutResult(status -> {
            store.lock(id);
            List<String> pictures = scans.addresses(id);
            if (store.forget(id, before)) {
                scans.release(pictures);
                audit.record(AuditAction.of("compliance.forget_performer", null, "performer:" + id));
                vault.forget(id);
            }
        });
    }
}
