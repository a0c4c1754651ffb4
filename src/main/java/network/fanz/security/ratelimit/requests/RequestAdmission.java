package network.fanz.security.ratelimit.requests;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import network.fanz.common.KnownDevice;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.counting.LimitResult;
import network.fanz.security.ratelimit.counting.LimitUse;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a request's limits. First it takes from all of them. If one refuses that strangers can use up (the address's, its networks',
 * everybody's), whoever is known has a share of their own: the signed-in account, the known device, the known place. A stranger from an
 * address that has done little has one too. So a flood refuses those who are part of it, and nobody whom it has nothing to do with.
 */
final class RequestAdmission {
    /** Takes one from each, or none from any, and looks for a block of the address. */
    @FunctionalInterface
    interface Taking {
        LimitResult take(List<LimitUse> uses, String addressHash);
    }

    /**
     * @param result what the limits answered in the end
     * @param account whose limits were taken from; null for nobody's
     */
    record Admission(LimitResult result, @Nullable String account) {}

    private final RequestLimits limits;
    private final Taking taking;
    private final Predicate<String> knownPlace;

    /** @param knownPlace whether somebody has signed in from an address, by its hash */
    RequestAdmission(RequestLimits limits, Taking taking, Predicate<String> knownPlace) {
        this.limits = limits;
        this.taking = taking;
        this.knownPlace = knownPlace;
    }

    /**
     * @param account whose request it is, as far as is remembered; null if it is not
     * @param session looks up whose request it is; null if nobody's
     */
    Admission admit(
            RequestClass requestClass, Origin origin, @Nullable String account, Supplier<@Nullable String> session) {
        LimitResult all = taking.take(limits.forRequest(requestClass, origin, account), origin.addressHash());
        Limit refused = all.refused() == null ? null : all.refused().limit();
        if (refused == null || !isOfStrangers(refused)) {
            return new Admission(all, account);
        }
        String signedIn = account == null ? session.get() : account;
        if (signedIn != null) {
            return new Admission(take(limits.forAccount(requestClass, signedIn), origin), signedIn);
        }
        List<LimitUse> share = share(refused, origin);
        return new Admission(share.isEmpty() ? all : take(share, origin), null);
    }

    private static boolean isOfStrangers(Limit limit) {
        return limit == Limit.GLOBAL || limit == Limit.ADDRESS || limit == Limit.NETWORK;
    }

    /** What the request may take from instead; nothing if it is just as strange as those who used up the limit. */
    private List<LimitUse> share(Limit refused, Origin origin) {
        KnownDevice device = origin.device();
        if (device != null) {
            return List.of(limits.use(Limit.KNOWN, "device/" + device.account()));
        }
        if (refused != Limit.ADDRESS && knownPlace.test(origin.addressHash())) {
            return List.of(limits.use(Limit.KNOWN, "place/" + origin.addressHash()));
        }
        return refused == Limit.GLOBAL
                ? List.of(limits.use(Limit.NEWCOMER, origin.addressHash()), limits.shared(Limit.NEWCOMERS))
                : List.of();
    }

    private LimitResult take(List<LimitUse> uses, Origin origin) {
        return taking.take(uses, origin.addressHash());
    }
}
