package network.fanz.security.ratelimit.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.LimitUse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RequestLimitsTest {
    private static final Origin ORIGIN = new Origin("address", "agent", null, Origin.API);

    private final RequestLimits limits = new RequestLimits(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("fanz.limits", LimitSettings.class));

    private static List<Limit> limits(List<LimitUse> uses) {
        return uses.stream().map(LimitUse::limit).toList();
    }

    @Test
    void anUnknownCallerTakesFromNoAccount() {
        assertThat(limits(limits.forRequest(RequestClass.READ, ORIGIN, null)))
                .containsExactlyInAnyOrder(Limit.ADDRESS, Limit.GLOBAL);
    }

    @Test
    void everyKindOfRequestTakesFromItsOwnLimitsToo() {
        assertThat(limits(limits.forRequest(RequestClass.SIGN_IN, ORIGIN, null)))
                .containsExactly(Limit.ADDRESS);
        assertThat(limits(limits.forRequest(RequestClass.PLAIN, ORIGIN, null))).containsExactly(Limit.ADDRESS);
        assertThat(limits(limits.forRequest(RequestClass.MONEY, ORIGIN, "account")))
                .containsExactlyInAnyOrder(Limit.ADDRESS, Limit.GLOBAL, Limit.USER, Limit.PAYMENT);
        assertThat(limits(limits.forRequest(RequestClass.WEBHOOK, ORIGIN, null)))
                .containsExactly(Limit.WEBHOOK);
        assertThat(limits(limits.forRequest(RequestClass.EXEMPT, ORIGIN, null))).isEmpty();
    }

    @Test
    void whatTheAddressHasTakenIsNotTakenAgainForTheAccount() {
        assertThat(limits(limits.forAccount(RequestClass.CHANGE, "account"))).containsExactly(Limit.USER);
        assertThat(limits(limits.forAccount(RequestClass.MONEY, "account")))
                .containsExactlyInAnyOrder(Limit.USER, Limit.PAYMENT);
    }
}
