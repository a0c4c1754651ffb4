package network.fanz.security.ratelimit.requests;

import java.util.List;
import java.util.stream.Stream;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.LimitUse;
import network.fanz.security.ratelimit.counting.Rate;
import org.jspecify.annotations.Nullable;

/** Which limits a request takes from, and for which keys. */
record RequestLimits(LimitSettings settings) {
    /** @param account whose request it is; null if that is not known yet */
    List<LimitUse> forRequest(RequestClass requestClass, Origin origin, @Nullable String account) {
        return Limit.takenBy(requestClass).stream()
                .flatMap(limit -> use(limit, origin, account))
                .toList();
    }

    /** The limits of the account only. */
    List<LimitUse> forAccount(RequestClass requestClass, String account) {
        return Limit.takenBy(requestClass).stream()
                .filter(limit -> limit.countedBy() == Limit.CountedBy.ACCOUNT)
                .map(limit -> LimitUse.of(limit, limit.rate(settings), account))
                .toList();
    }

    LimitUse use(Limit limit, String key) {
        return LimitUse.of(limit, limit.rate(settings), key);
    }

    LimitUse shared(Limit limit) {
        return LimitUse.ofShared(limit, limit.rate(settings));
    }

    private Stream<LimitUse> use(Limit limit, Origin origin, @Nullable String account) {
        Rate rate = limit.rate(settings);
        return switch (limit.countedBy()) {
            case EVERYBODY -> Stream.of(LimitUse.ofShared(limit, rate));
            case ADDRESS -> Stream.of(LimitUse.of(limit, rate, origin.addressHash()));
            case NETWORK -> LimitUse.ofNetworks(limit, rate, origin.networks()).stream();
            case ACCOUNT -> Stream.ofNullable(account).map(key -> LimitUse.of(limit, rate, key));
            case KEY_OF_ITS_OWN -> Stream.empty();
        };
    }
}
