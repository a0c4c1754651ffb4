package network.fanz.security.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.blocks.AddressBlocks;
import network.fanz.security.ratelimit.blocks.BlockedAddress;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import network.fanz.security.ratelimit.counting.LimitUse;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.origin.DeviceCookies;
import network.fanz.security.ratelimit.origin.KnownPlaces;
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
    private final KnownPlaces places;
    private final DeviceCookies devices;

    RateLimits(
            Limiter limiter, LimitSettings settings, AddressBlocks blocks, KnownPlaces places, DeviceCookies devices) {
        this.limiter = limiter;
        this.settings = settings;
        this.blocks = blocks;
        this.places = places;
        this.devices = devices;
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
     * @param place the device or the address
     * @param known whether this account has signed in from this device or address before
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if the store does not answer
     */
    public void requireSignIn(String accountHash, String place, boolean known) {
        List<LimitUse> uses = new ArrayList<>();
        uses.add(use(Limit.SIGN_IN_PAIR, accountHash + ":" + place));
        if (!known) {
            uses.add(use(Limit.SIGN_IN_ACCOUNT, accountHash));
        }
        requireWithinAll(uses);
    }

    /**
     * Refuses a request from a blocked address that was let through the door for a device's sake, once it is not about that device's account.
     *
     * @throws network.fanz.security.ratelimit.blocks.AddressRefused at a blocked address
     */
    public void requireUnblocked() {
        BlockedAddress.refuse();
    }

    /**
     * Counts a stranger's password right before it is hashed, and nothing that comes to no hash. Where others have used up what strangers
     * may have hashed together, an address that has tried little still has a share of its own.
     *
     * @throws network.fanz.security.ratelimit.blocks.AddressRefused at a blocked address
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if the store does not answer
     */
    public void requireStrangersHash(Origin origin) {
        requireUnblocked();
        List<LimitUse> uses = usesOfAddress(origin);
        uses.add(shared(Limit.SIGN_IN));
        LimitDecision last = takeAll(uses).getLast();
        if (!last.allowed() && last.limit() == Limit.SIGN_IN) {
            last = takeAll(List.of(use(Limit.SIGN_IN_NEWCOMER, origin.addressHash()), shared(Limit.SIGN_IN_NEWCOMERS)))
                    .getLast();
        }
        requireAllowed(last);
    }

    /**
     * Counts a request for a mail with a link.
     *
     * @param key whose count it is
     * @throws RateLimited with the time to wait
     * @throws LimitsUnavailable if the store does not answer
     */
    public void requireMailedLink(String key, Origin origin) {
        requireUnblocked();
        List<LimitUse> uses = usesOfAddress(origin);
        uses.add(use(Limit.PASSWORD_RESET, key));
        requireWithinAll(uses);
    }

    /**
     * Remembers that an account has signed in, with all factors that it needs, on this device and from this place: both have shares of the
     * limits of their own from now on.
     */
    public void recognise(AccountId account, Origin origin) {
        places.remember(origin.addressHash());
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && current.getResponse() != null) {
            devices.mark(current.getRequest(), current.getResponse(), account);
        }
    }

    private List<LimitUse> usesOfAddress(Origin origin) {
        List<LimitUse> uses = new ArrayList<>();
        uses.add(use(Limit.SIGN_IN_ADDRESS, origin.addressHash()));
        uses.addAll(
                LimitUse.ofNetworks(Limit.SIGN_IN_NETWORK, Limit.SIGN_IN_NETWORK.rate(settings), origin.networks()));
        return uses;
    }

    /**
     * Refuses an address sign-in for a while. A second block never shortens the first; if it changes nothing, it leaves
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
     * Ends a block now. Emits {@code address_block_lifted}.
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

    private LimitUse shared(Limit limit) {
        return LimitUse.ofShared(limit, limit.rate(settings));
    }

    private void requireWithinAll(List<LimitUse> uses) {
        requireAllowed(takeAll(uses).getLast());
    }

    private static void requireAllowed(LimitDecision last) {
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
