package network.fanz.security.ratelimit.requests;

import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.Ask;
import org.jspecify.annotations.Nullable;

/** Which limits a request takes from. */
record RequestLimits(LimitSettings settings) {
    /** @param account whose request it is; null where that is not known yet */
    List<Ask> of(Route route, Origin origin, @Nullable String account) {
        List<Ask> asks = new ArrayList<>();
        if (route == Route.WEBHOOK) {
            asks.add(Ask.ofAll("webhook", settings.webhook()));
            return asks;
        }
        asks.add(Ask.of("address", settings.address(), origin.addressHash()));
        if (account != null) {
            asks.addAll(ofAccount(route, account));
        }
        if (route == Route.SIGN_IN) {
            asks.add(Ask.of("sign-in-address", settings.signInAddress(), origin.addressHash()));
            asks.add(Ask.ofAll("sign-in", settings.signIn()));
        }
        asks.add(Ask.ofAll("global", settings.global()));
        return asks;
    }

    List<Ask> ofAccount(Route route, String account) {
        List<Ask> asks = new ArrayList<>();
        asks.add(Ask.of("user", settings.user(), account));
        if (route == Route.MONEY) {
            asks.add(Ask.of("payment", settings.payment(), account));
        }
        return asks;
    }
}
