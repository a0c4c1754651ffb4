package network.fanz.security.identity.attempts;

import java.time.Clock;
import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes every attempt to prove an identity. */
@Component
public final class SignInAttempts {
    private final SignInAttemptStore store;
    private final SignInWitness witness;
    private final RateLimits limits;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ToldRefusals told = new ToldRefusals(System::nanoTime);

    SignInAttempts(
            SignInAttemptStore store,
            SignInWitness witness,
            RateLimits limits,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.store = store;
        this.witness = witness;
        this.limits = limits;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Emits {@code authenticationAttempt}.
     *
     * @param whole whether no factor is missing any more: only then does the network address become a known one, and the failures before
     *     are forgotten. Otherwise a stranger who knows only the password could make any address known, and guess codes from each
     */
    public void succeeded(AccountId account, String method, Origin origin, boolean whole) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (whole) {
                // In the order in which a factor is taken away: its request first, then the account.
                witness.signedIn(account, now);
                store.signedIn(account, now);
                store.rememberAddress(account, origin.addressHash(), now);
                limits.recognise(account, origin);
            }
            events.append(event(account, method, whole, null, origin, 0, now));
            audit.record(
                    AuditAction.of(whole ? "identity.sign_in" : "identity.accept_factor", account, "account:" + account)
                            .with("method", method));
        });
    }

    /** Emits {@code authenticationAttempt}. A failure locks no account: otherwise any stranger could lock out any owner. */
    public void failed(@Nullable AccountId account, String method, String reason, Origin origin) {
        transaction.executeWithoutResult(status -> {
            int inARow = store.countFailure(account);
            events.append(event(account, method, false, reason, origin, inARow, clock.instant()));
        });
    }

    /**
     * As {@link #failed}, for an attempt that a limit has refused before anything was compared. Every one is counted; the first of an account,
     * or without one of an address, in a minute is told. So nobody who is refused makes rows by it.
     */
    public void refused(@Nullable AccountId account, String method, String reason, Origin origin) {
        if (told.isNews(account == null ? origin.addressHash() : account.toString())) {
            failed(account, method, reason, origin);
        } else {
            store.countFailure(account);
        }
    }

    /** As {@link #failed}, for a code of the second factor. */
    public void failedFactor(AccountId account, String method, String reason, Origin origin) {
        transaction.executeWithoutResult(status -> {
            store.countFactorFailure(account);
            failed(account, method, reason, origin);
        });
    }

    private static AuthenticationAttempt event(
            @Nullable AccountId account,
            String method,
            boolean signedIn,
            @Nullable String reason,
            Origin origin,
            int inARow,
            Instant now) {
        return new AuthenticationAttempt(
                account,
                method,
                reason == null,
                signedIn,
                reason,
                origin.addressHash(),
                origin.agentHash(),
                origin.platform(),
                origin.country(),
                inARow,
                now);
    }
}
