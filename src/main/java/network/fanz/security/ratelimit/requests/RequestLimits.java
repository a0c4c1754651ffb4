package network.fanz.security.ratelimit.requests;

import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.LimitUse;
import org.jspecify.annotations.Nullable;

/** Which limits a request takes from. */
record RequestLimits(LimitSettings settings) {
    /** @param account whose request it is; null where that is not known yet */
    List<LimitUse> forRequest(RequestClass requestClass, Origin origin, @Nullable String account) {
        List<LimitUse> asks = new ArrayList<>();
        if (requestClass == RequestClass.WEBHOOK) {
            asks.add(LimitUse.ofShared("webhook", settings.webhook()));
            return asks;
        }
        asks.add(LimitUse.of("address", settings.address(), origin.addressHash()));
        if (account != null) {
            asks.addAll(forAccount(requestClass, account));
        }
        if (requestClass == RequestClass.SIGN_IN) {
            asks.add(LimitUse.of("sign-in-address", settings.signInAddress(), origin.addressHash()));
            asks.add(LimitUse.ofShared("sign-in", settings.signIn()));
        }
        asks.add(LimitUse.ofShared("global", settings.global()));
        return asks;
    }

    List<LimitUse> forAccount(RequestClass requestClass, String account) {
        List<LimitUse> asks = new ArrayList<>();
        asks.add(LimitUse.of("user", settings.user(), account));
        if (requestClass == RequestClass.MONEY) {
            asks.add(LimitUse.of("payment", settings.payment(), account));
        }
        return asks;
    }
}
