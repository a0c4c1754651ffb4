package network.fanz.security.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.security.ratelimit.blocks.AddressBlocks;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import network.fanz.security.ratelimit.counting.LimitUse;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.requests.RateLimitHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Limits by key, and blocks of addresses. */
@Component
public class RateLimits {
    private final Limiter limiter;
    private final LimitSettings settings;
    private final AddressBlocks blocks;

    RateLimits(Limiter limiter, LimitSettings settings, AddressBlocks blocks) {
        this.limiter = limiter;
        this.settings = settings;
        this.blocks = blocks;
    }

    /**
     * Takes one from a limit, and refuses the request if the limit is used up. It is called outside a transaction, because a rollback
     * would give back what was taken.
     *
     * @param key whose count it is
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if the store does not answer
     */
    public void requireWithin(Limit limit, String key) {
        requireWithinAll(List.of(use(limit, key)));
    }

    /**
     * Counts an attempt to sign in, before the password is looked at. Each pair of account and address has its own limit. Attempts
     * from addresses that the account has never signed in from share one more limit, which slows down guessing from many addresses.
     * Attempts from the owner's known addresses do not take from it, so nobody can lock the owner out there.
     *
     * @param accountHash keyed hash of the name that was typed, whether there is such an account or not
     * @param knownAddress whether this account has signed in from this address before
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if the store does not answer
     */
    public void requireSignIn(String accountHash, String addressHash, boolean knownAddress) {
        List<LimitUse> uses = new ArrayList<>();
        uses.add(use(Limit.SIGN_IN_PAIR, accountHash + ":" + addressHash));
        if (!knownAddress) {
            uses.add(use(Limit.SIGN_IN_ACCOUNT, accountHash));
        }
        requireWithinAll(uses);
    }

    /**
     * Refuses an address sign-in and payments for a while. A second block never shortens the first; if it changes nothing, it leaves
     * no trace. Emits {@code address_blocked}.
     *
     * @param duration how long from now; no block is longer than the settings allow
     * @param reason a word of the code, such as {@code brute_force}
     */
    public void blockAddress(String addressHash, Duration duration, String reason) {
        blocks.block(addressHash, duration, reason);
    }

    /** Until when the address is refused; empty if it is not. */
    public Optional<Instant> blockedUntil(String addressHash) {
        return blocks.inForce(addressHash).map(AddressBlock::until);
    }

    /** The address's newest block, in force or ended; empty if there was none, or its row has been deleted since. */
    public Optional<AddressBlock> lastBlock(String addressHash) {
        return blocks.last(addressHash);
    }

    /** Blocks in force, the newest first, 500 at most. */
    public List<AddressBlock> activeBlocks() {
        return blocks.inForce();
    }

    /**
     * Ends a block now. Emits nothing; the audit log has it.
     *
     * @param by the account that ends it; null for the program itself
     * @throws NotFound if the address is not blocked
     */
    public void liftBlock(String addressHash, @Nullable AccountId by) {
        blocks.lift(addressHash, by);
    }

    private LimitUse use(Limit limit, String key) {
        return LimitUse.of(limit, limit.rate(settings), key);
    }

    private void requireWithinAll(List<LimitUse> uses) {
        LimitDecision last = takeAll(uses).getLast();
        if (!last.allowed()) {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                    && current.getResponse() != null) {
                RateLimitHeaders.write(current.getResponse(), List.of(last));
            }
            throw new RateLimited(last);
        }
    }

    private List<LimitDecision> takeAll(List<LimitUse> uses) {
        try {
            return limiter.take(uses, "").decisions();
        } catch (LimitStoreDown down) {
            throw new LimitsUnavailable();
        }
    }
}
