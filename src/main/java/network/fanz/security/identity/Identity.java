package network.fanz.security.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts and who they are. */
@Component
public class Identity {
    /**
     * Registers somebody who is eligible. A second call with the same key gives the same account. An address that is already
     * registered gets the same answer, and a mail that says so. Emits {@code user_registered}.
     *
     * @param key the caller's idempotency key
     */
    public AccountId initializeRegistration(NewAccount account, Origin origin, String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks age, country and sanctions; a check that fails for any reason refuses. */
    public Eligibility validateUserEligibility(LocalDate dateOfBirth, String country, @Nullable String name) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> account(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Accounts of a role, newest first; of all roles if null. */
    public Page<Account> accounts(@Nullable Role role, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Creators who may be paid: active, with a second factor. Newest first. */
    public List<Account> creators(int limit) {
        throw new UnsupportedOperationException();
    }
}
