package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionTableTest {
    private static final String PROXY = "10.0.0.1";

    private final AtomicLong nanos = new AtomicLong();
    private final List<Integer> closed = new ArrayList<>();
    private final ConnectionTable table = new ConnectionTable(
            8, 3, Duration.ofSeconds(15), address -> address.getHostAddress().equals(PROXY), nanos::get);

    @Test
    void closesAnAddressesLongestIdleConnectionForItsNewOne() {
        admit(1, "192.0.2.1");
        admit(2, "192.0.2.1");
        admit(3, "192.0.2.1");
        table.working(1);
        assertThat(admit(4, "192.0.2.1")).isTrue();
        assertThat(closed).containsExactly(2);
    }

    @Test
    void takesNoMoreOfAnAddressThatIsBusyOnAll() {
        List.of(1, 2, 3).forEach(number -> {
            admit(number, "192.0.2.1");
            table.working(number);
        });
        assertThat(admit(4, "192.0.2.1")).isFalse();
        assertThat(admit(5, "192.0.2.2")).isTrue();
        table.ended(1);
        assertThat(admit(6, "192.0.2.1")).isTrue();
        assertThat(closed).isEmpty();
    }

    @Test
    void letsANewcomerInWhenItIsFullAtTheCostOfTheAddressWithTheMost() {
        List.of(1, 2, 3).forEach(number -> admit(number, "192.0.2.1"));
        List.of(4, 5).forEach(number -> admit(number, "192.0.2.2"));
        List.of(6, 7).forEach(number -> admit(number, "192.0.2.3"));
        admit(8, "192.0.2.4");
        List.of(1, 2, 3, 4, 5, 6, 7, 8).forEach(table::working);
        assertThat(admit(9, "192.0.2.5")).isTrue();
        assertThat(closed).containsExactly(1);
        assertThat(table.size()).isEqualTo(8);
    }

    @Test
    void leavesTheClientsOfAProxyToTheProxy() {
        for (int number = 0; number < 6; number++) {
            assertThat(admit(number, PROXY)).isTrue();
        }
    }

    @Test
    void closesWhatSendsItsHeadersTooSlowly() {
        admit(1, "192.0.2.1");
        table.working(1);
        table.waiting(1);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        table.working(1);
        table.waiting(1);
        table.closeSlow();
        assertThat(closed).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        table.closeSlow();
        assertThat(closed).containsExactly(1);
    }

    @Test
    void closesWhatKeepsSendingAfterItsAnswer() {
        admit(1, "192.0.2.1");
        admit(2, "192.0.2.1");
        table.working(1);
        table.answered(1);
        table.working(2);
        nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        table.closeSlow();
        assertThat(closed).containsExactly(1);
    }

    private boolean admit(int number, String address) {
        return table.admit(number, InetAddress.ofLiteral(address), () -> closed.add(number), () -> true);
    }
}
