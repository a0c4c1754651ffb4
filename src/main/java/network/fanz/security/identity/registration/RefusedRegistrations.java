package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registrations that the law has refused. They are counted by the hour, and each hour and reason is one entry of the audit log: what is
 * refused to strangers, who may ask as often as they like, makes no entry each.
 */
@Component
public final class RefusedRegistrations {
    private final RefusedRegistrationStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RefusedRegistrations(
            RefusedRegistrationStore store, Audit audit, TransactionTemplate transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void count(List<String> reasons, int policy) {
        transaction.executeWithoutResult(status -> store.count(
                thisHour(), String.join(",", reasons.stream().sorted().toList()), policy));
    }

    /** Writes the hours that are over to the audit log. */
    public void write() {
        transaction.executeWithoutResult(status -> store.takeAllBut(thisHour())
                .forEach(refused -> audit.record(
                        AuditAction.of("identity.refuse_registrations", null, "eligibility-version:" + refused.policy())
                                .with("hour", refused.hour().toString())
                                .with("reasons", refused.reasons())
                                .with("count", Long.toString(refused.count())))));
    }

    private Instant thisHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
