package network.fanz.security.ratelimit.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.KnownDevice;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.SimulatedLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * A flood under the limits as they are by default, of which those that strangers share are a tenth, and so is the flood: the same is then
 * seen in a tenth of the time. The arithmetic is the database's own. Attackers send more than all share, while people come who have nothing to do with it: each person once a second.
 */
@Tag("database")
class FloodSimulationTest {
    private static final int SECONDS = 8;
    private static final int PEOPLE = 15;
    private static final int AT_FIRST = 400;
    private static final int EACH_SECOND = 40;
    private static final LimitSettings TENTH = new Binder(new MapConfigurationPropertySource(
                    Map.of("fanz.limits.global", "1000/60s/100", "fanz.limits.address", "300/60s/30")))
            .bindOrCreate("fanz.limits", LimitSettings.class);

    private final SimulatedLimits limits = new SimulatedLimits();
    private final RequestAdmission admission =
            new RequestAdmission(new RequestLimits(TENTH), limits::take, place -> place.startsWith("home"));

    @AfterEach
    void end() {
        limits.close();
    }

    private boolean isServed(RequestClass requestClass, Origin origin, @Nullable String session) {
        return admission
                        .admit(requestClass, origin, null, () -> session)
                        .result()
                        .refused()
                == null;
    }

    private static Origin from(String address) {
        return new Origin(address, "agent", null, "tube");
    }

    private void flood(int addresses, int requests) {
        for (int request = 0; request < requests; request++) {
            isServed(RequestClass.READ, from("bot " + request % addresses), null);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 1000, 10_000})
    void servesWhoIsKnownUnderAFloodFromManyAddresses(int addresses) {
        flood(addresses, Math.max(AT_FIRST, addresses));
        int served = 0;
        for (int second = 0; second < SECONDS; second++) {
            flood(addresses, EACH_SECOND);
            for (int person = 0; person < PEOPLE; person++) {
                served += personIsServed(person) ? 1 : 0;
                limits.forward(1_000_000_000L / PEOPLE);
            }
        }
        assertThat(served).isGreaterThanOrEqualTo(Math.ceilDiv(SECONDS * PEOPLE * 99, 100));
    }

    /** A third is signed in and shares an address with a bot, a third is on a known device, a third at a known place. */
    private boolean personIsServed(int person) {
        return switch (person % 3) {
            case 0 -> isServed(RequestClass.MONEY, from("bot 0"), "account " + person);
            case 1 -> isServed(RequestClass.READ, onDevice("bot 0", person), null);
            default -> isServed(RequestClass.READ, from("home " + person), null);
        };
    }

    private static Origin onDevice(String address, int person) {
        KnownDevice device = new KnownDevice(new AccountId(new UUID(0, person)), "key");
        return new Origin(address, "agent", null, "tube", List.of(), device);
    }

    @Test
    void servesAStrangerWhoHasDoneNothingUnderAFloodFromAFewAddresses() {
        flood(9, AT_FIRST);
        int served = 0;
        for (int person = 0; person < 10; person++) {
            flood(9, EACH_SECOND);
            served += isServed(RequestClass.READ, from("new " + person), null) ? 1 : 0;
            served += isServed(RequestClass.SIGN_IN, from("new " + person), null) ? 1 : 0;
            limits.forward(1_000_000_000L);
        }
        assertThat(served).isEqualTo(20);
    }

    /** As many addresses as there are requests, but all of one customer's /48. */
    @Test
    void aWholeNetworkOfIpv6AddressesIsFourStrangersAndNoMore() {
        int served = 0;
        for (int request = 0; request < 300; request++) {
            List<String> networks = List.of("56 of " + request / 100, "48");
            served += isServed(
                            RequestClass.SIGN_IN,
                            new Origin("64 of " + request, "agent", null, "tube", networks, null),
                            null)
                    ? 1
                    : 0;
        }
        assertThat(served).isEqualTo(4 * 30);
    }

    @Test
    void whatIsCheapTakesNothingFromWhatEverybodyShares() {
        for (int request = 0; request < 300; request++) {
            isServed(RequestClass.PLAIN, from("bot " + request % 20), null);
            isServed(RequestClass.SIGN_IN, from("bot " + request % 20), null);
            isServed(RequestClass.WEBHOOK, from("bot " + request % 20), null);
        }
        assertThat(admission
                        .admit(RequestClass.READ, from("stranger"), null, () -> null)
                        .result()
                        .decisions())
                .anySatisfy(decision -> assertThat(decision.remaining()).isEqualTo(99));
    }
}
