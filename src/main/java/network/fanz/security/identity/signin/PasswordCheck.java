package network.fanz.security.identity.signin;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSuspended;
import network.fanz.security.identity.SignInFailed;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.accounts.TypedAddress;
import network.fanz.security.identity.attempts.SignInAttempts;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.signin.SignInCandidateStore.Candidate;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the account of an address and a password, and does the same work whether there is one or not. */
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

    /**
     * @throws SignInFailed with the same text for every reason; the event has the reason
     * @throws AccountSuspended if the password is right and the account is suspended: whoever knows it is told so
     */
    public AccountId check(String email, String password, Origin origin) {
        TypedAddress typed = personal.typed(email);
        List<Candidate> candidates = store.candidates(typed.lookups(), origin.addressHash());
        boolean known = takeFromLimits(typed.lookup(), candidates, origin);
        String place = known ? HashQueue.KNOWN : origin.widestNetwork();
        List<byte[]> hashes = typed.compared().stream()
                .map(salt -> hasher.hash(password, salt, place))
                .toList();
        Candidate match = null;
        for (Candidate candidate : candidates.reversed()) {
            match = isOneOf(hashes, candidate.passwordHash()) ? candidate : match;
        }
        if (match == null || match.state() != AccountState.ACTIVE) {
            attempts.failed(mostLikelyAccount(candidates), "password", reason(match, candidates), origin);
            if (match != null && match.state() == AccountState.SUSPENDED) {
                throw new AccountSuspended();
            }
            throw new SignInFailed();
        }
        // Hashing takes a while, and may have waited for a slot. An owner who set a new password meanwhile no longer
        // accepts the old one.
        byte[] matched = Objects.requireNonNull(match.passwordHash());
        if (!store.passwordStillMatches(match.id(), matched)) {
            attempts.failed(match.id(), "password", "password_changed", origin);
            throw new SignInFailed();
        }
        if (!PasswordHasher.matches(matched, hashes.getFirst())) {
            store.resalt(match.id(), matched, hashes.getFirst());
        }
        return match.id();
    }

    private static boolean isOneOf(List<byte[]> hashes, byte @Nullable [] stored) {
        boolean found = false;
        for (byte[] hash : hashes) {
            found |= stored != null && PasswordHasher.matches(stored, hash);
        }
        return found;
    }

    /**
     * Attempts are limited for each account. A network address from which the account has signed in before has its own limit, so that a
     * stranger who uses up the account's limit does not lock the owner out. The same is true of a device, also where a stranger uses its
     * address.
     *
     * @return whether the account has signed in on this device or from this address before
     */
    private boolean takeFromLimits(byte[] lookup, List<Candidate> candidates, Origin origin) {
        boolean confirmed = !candidates.isEmpty() && candidates.getFirst().verified();
        // A stranger can open another account with the same email address and sign in to it. So if an account has
        // confirmed the address, only that account's devices and known network addresses count.
        List<Candidate> likely =
                candidates.stream().limit(confirmed ? 1 : candidates.size()).toList();
        boolean ownDevice = likely.stream().anyMatch(candidate -> origin.isDeviceOf(candidate.id()));
        if (!ownDevice) {
            limits.requireUnblocked();
        }
        boolean known = ownDevice || likely.stream().anyMatch(Candidate::knownHere);
        try {
            limits.requireSignIn(
                    HexFormat.of().formatHex(lookup), ownDevice ? origin.placeKey() : origin.addressHash(), known);
            if (!known) {
                limits.requireStrangersHash(origin);
            }
            return known;
        } catch (RateLimited limited) {
            attempts.refused(mostLikelyAccount(candidates), "password", "limited", origin);
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
