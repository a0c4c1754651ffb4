package network.fanz.security.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.security.ratelimit.blocks.AddressBlocks;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import network.fanz.security.ratelimit.counting.LimitUse;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.counting.Rate;
import network.fanz.security.ratelimit.requests.RateLimitHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Limits by name and key, and blocks of addresses. */
@Component
public class RateLimits {
    private final Limiter limiter;
    private final LimitSettings settings;
    private final Map<String, Rate> rates;
    private final AddressBlocks blocks;

    RateLimits(Limiter limiter, LimitSettings settings, AddressBlocks blocks) {
        this.limiter = limiter;
        this.settings = settings;
        this.rates = settings.byName();
        this.blocks = blocks;
    }

    /**
     * Takes one from a limit that settings define, such as {@code payment}. Never inside a transaction: what is taken stays taken.
     *
     * @throws LimitsUnavailable if nobody can count right now
     */
    public LimitDecision take(String limit, String key) {
        return takeAll(List.of(LimitUse.of(limit, rate(limit), key))).getFirst();
    }

    /**
     * The same, and refuses the request if the limit is used up.
     *
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if nobody can count right now
     */
    public void requireWithin(String limit, String key) {
        requireWithinAll(List.of(LimitUse.of(limit, rate(limit), key)));
    }

    /**
     * Counts an attempt to sign in, before the password is looked at. Each pair of account and address has its own limit; attempts
     * from addresses that the account has never signed in from share one more. So guessing from many addresses is slowed
     * down, and still nobody can lock the owner out of the places that are the owner's own.
     *
     * @param accountHash keyed hash of the name that was typed, whether there is such an account or not
     * @param knownAddress whether this account has signed in from this address before
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if nobody can count right now
     */
    public void requireSignIn(String accountHash, String addressHash, boolean knownAddress) {
        List<LimitUse> asks = new ArrayList<>();
        asks.add(LimitUse.of("sign-in-pair", settings.signInPair(), accountHash + ":" + addressHash));
        if (!knownAddress) {
            asks.add(LimitUse.of("sign-in-account", settings.signInAccount(), accountHash));
        }
        requireWithinAll(asks);
    }

    /**
     * Refuses an address sign-in and payments until the time has passed, capped by settings. A second block never shortens the first,
     * and one that changes nothing leaves no trace. Emits {@code address_blocked}.
     *
     * @param reason a word of the code, such as {@code brute_force}
     */
    public void blockAddress(String addressHash, Duration time, String reason) {
        blocks.block(addressHash, time, reason);
    }

    /** Until when the address is refused; empty if it is not. */
    public Optional<Instant> blockedUntil(String addressHash) {
        return blocks.inForce(addressHash).map(AddressBlock::until);
    }

    /** The address's newest block, in force or ended; empty if there was none, or it ended so long ago that it is forgotten. */
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
     * @param by who decided so; null for the program itself
     * @throws NotFound if the address is not blocked
     */
    public void liftBlock(String addressHash, @Nullable AccountId by) {
        blocks.lift(addressHash, by);
    }

    private Rate rate(String limit) {
        Rate rate = rates.get(limit);
        if (rate == null) {
            throw new IllegalArgumentException("There is no limit named " + limit + ".");
        }
        return rate;
    }

    private void requireWithinAll(List<LimitUse> asks) {
        LimitDecision last = takeAll(asks).getLast();
        if (!last.allowed()) {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                    && current.getResponse() != null) {
                RateLimitHeaders.write(current.getResponse(), List.of(last));
            }
            throw new RateLimited(last);
        }
    }

    private List<LimitDecision> takeAll(List<LimitUse> asks) {
        try {
            return limiter.take(asks, "").decisions();
        } catch (LimitStoreDown down) {
            throw new LimitsUnavailable();
        }
    }
}
