package network.fanz.security.identity.signin;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.SignInFailed;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.attempts.SignInAttempts;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.signin.SignInCandidateStore.Candidate;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the account that an address and a password belong to, doing the same work whether there is one or not. */
@Component
public final class PasswordCheck {
    private final SignInCandidateStore store;
    private final PersonalData personal;
    private final PasswordHasher hasher;
    private final RateLimits limits;
    private final SignInAttempts attempts;

    PasswordCheck(
            SignInCandidateStore store,
            PersonalData personal,
            PasswordHasher hasher,
            RateLimits limits,
            SignInAttempts attempts) {
        this.store = store;
        this.personal = personal;
        this.hasher = hasher;
        this.limits = limits;
        this.attempts = attempts;
    }

    /** @throws SignInFailed with the same words for every reason; the event tells them apart */
    public AccountId check(String email, String password, Origin origin) {
        byte[] lookup = personal.emailLookup(email);
        List<Candidate> candidates = store.candidates(lookup, origin.addressHash());
        takeFromLimits(lookup, candidates, origin);
        byte[] hash = hasher.hash(password, PersonalData.normalizedEmail(email));
        Candidate match = null;
        for (Candidate candidate : candidates.reversed()) {
            byte[] kept = candidate.passwordHash();
            match = kept != null && PasswordHasher.matches(kept, hash) ? candidate : match;
        }
        if (match == null || match.state() != AccountState.ACTIVE) {
            attempts.failed(mostLikelyAccount(candidates), "password", reason(match, candidates), origin);
            throw new SignInFailed();
        }
        // Hashing takes a while, and may have waited for its turn: whoever chose a new password meanwhile wants the old
        // one out.
        if (!store.passwordStillMatches(match.id(), hash)) {
            attempts.failed(match.id(), "password", "password_changed", origin);
            throw new SignInFailed();
        }
        return match.id();
    }

    /**
     * Guessing is slowed by account; but from where an account has signed in before, its owner has a limit apart, so that a stranger who
     * uses the account's limit up does not lock the owner out.
     */
    private void takeFromLimits(byte[] lookup, List<Candidate> candidates, Origin origin) {
        boolean confirmed = !candidates.isEmpty() && candidates.getFirst().verified();
        // Anybody can open another account with the address and sign in to that: where the owner has confirmed it, only
        // the owner's counts.
        boolean known =
                candidates.stream().limit(confirmed ? 1 : candidates.size()).anyMatch(Candidate::knownHere);
        try {
            limits.requireSignIn(HexFormat.of().formatHex(lookup), origin.addressHash(), known);
        } catch (RateLimited limited) {
            attempts.failed(mostLikelyAccount(candidates), "password", "limited", origin);
            throw limited;
        }
    }

    private static @Nullable AccountId mostLikelyAccount(List<Candidate> candidates) {
        return Optional.of(candidates)
                .filter(some -> !some.isEmpty())
                .map(List::getFirst)
                .map(Candidate::id)
                .orElse(null);
    }

    private static String reason(@Nullable Candidate match, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return "unknown_account";
        }
        return match == null ? "wrong_password" : "account_not_active";
    }
}
