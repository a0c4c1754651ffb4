package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many lines an address sends ahead on, no more than a burst of its requests stands before anybody else's. */
class AddressPaceTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AddressPace pace = new AddressPace(10, 30, now::get);

    @Test
    void letsABurstThroughAndThenTheSteadyRate() {
        assertThat(passed("a", 100)).isEqualTo(30);
        now.addAndGet(1_000_000_000L);
        assertThat(passed("a", 100)).isEqualTo(10);
        now.addAndGet(3_600_000_000_000L);
        assertThat(passed("a", 100)).isEqualTo(30);
    }

    @Test
    void oneAddressCostsNoOtherAnything() {
        passed("a", 100);
        assertThat(passed("b", 100)).isEqualTo(30);
    }

    @Test
    void aWholeNetworkIsSoManyAndNoMore() {
        long all = IntStream.range(0, 100)
                .mapToLong(line -> IntStream.range(0, 30)
                        .filter(request -> pace.take(List.of("line" + line, "street", "town")))
                        .count())
                .sum();
        assertThat(all).isEqualTo(60);
    }

    private long passed(String address, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> pace.take(List.of(address)))
                .count();
    }
}
