package network.fanz.security.identity.terms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.TermsChanged;
import network.fanz.security.identity.TermsVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has accepted which version. Only the version in force can be accepted. */
@Component
public final class TermsAcceptances {
    private final TermsStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TermsAcceptances(TermsStore store, Audit audit, TransactionTemplate transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<TermsVersion> newTo(AccountId account) {
        return store.between(store.accepted(account), store.numberInForce(clock.instant()));
    }

    public boolean hasAcceptedAny(AccountId account) {
        return store.accepted(account) > 0;
    }

    public long count(int number) {
        return store.count(number);
    }

    public void accept(AccountId account, int number) {
        Instant now = clock.instant();
        requireInForce("number", number, store.numberInForce(now));
        transaction.executeWithoutResult(status -> {
            if (store.accept(account, number, now)) {
                audit.record(AuditAction.of("identity.accept_terms", account, "account:" + account)
                        .with("terms", String.valueOf(number)));
            }
        });
    }

    /**
     * What whoever opens an account must have accepted.
     *
     * @param number of the version that was accepted; null if none was
     * @throws InvalidField if one is in force, and none or another was accepted; or if none is, and one was
     * @throws TermsChanged if an older one was accepted
     */
    public void requireAtRegistration(@Nullable Integer number) {
        int current = store.numberInForce(clock.instant());
        if (number != null) {
            requireInForce("terms", number, current);
        } else if (current > 0) {
            throw new InvalidField(
                    "terms",
                    Sentence.of("Accept version {0} of the terms of use: an account is made with it.", current));
        }
    }

    /** In the caller's transaction, which has made the account; what it records says the number too. */
    public void acceptAtRegistration(AccountId account, @Nullable Integer number, Instant at) {
        if (number != null) {
            store.accept(account, number, at);
        }
    }

    private static void requireInForce(String field, int number, int current) {
        if (number > 0 && number < current) {
            throw new TermsChanged(field, current);
        }
        if (number != current || current == 0) {
            throw new InvalidField(
                    field,
                    Sentence.of(
                            current == 0
                                    ? "No terms of use are in force."
                                    : "Version {0} of the terms of use is in force, and no other can be accepted.",
                            current));
        }
    }
}
