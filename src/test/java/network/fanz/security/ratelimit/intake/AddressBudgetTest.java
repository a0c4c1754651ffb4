package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import network.fanz.security.ratelimit.intake.AddressBudget.BudgetAnswer;
import org.junit.jupiter.api.Test;

class AddressBudgetTest {
    private final AddressBudget budget = new AddressBudget(100, 2000);

    @Test
    void givesOneAddressNoMoreThanItsShare() {
        assertThat(taken("192.0.2.1", 500)).isEqualTo(100);
        assertThat(budget.take(keys("192.0.2.1"), 1)).isEqualTo(BudgetAnswer.SHARE_USED_UP);
        assertThat(budget.take(keys("192.0.2.2"), 1)).isEqualTo(BudgetAnswer.TAKEN);
    }

    @Test
    void leavesSomethingForTheNextOneAlthoughDozensTakeAllTheyCan() {
        IntStream.range(0, 60).forEach(other -> taken("198.51.100." + other, 1000));
        assertThat(budget.take(keys("192.0.2.1"), 1)).isEqualTo(BudgetAnswer.TAKEN);
    }

    @Test
    void countsIpv6ByItsNetworks() {
        assertThat(taken("2001:db8:0:1::1", 500) + taken("2001:db8:0:1::2", 500))
                .isEqualTo(100);
        long more = IntStream.range(2, 1000)
                .mapToLong(line -> taken("2001:db8:0:" + Integer.toHexString(line) + "::1", 10))
                .sum();
        assertThat(more).isEqualTo(300);
        assertThat(budget.take(keys("2001:db8:1::1"), 1)).isEqualTo(BudgetAnswer.TAKEN);
    }

    @Test
    void isWholeAgainWhenAllIsGivenBack() {
        taken("192.0.2.1", 100);
        budget.giveBack(keys("192.0.2.1"), 100);
        assertThat(budget.total()).isZero();
        assertThat(taken("192.0.2.1", 500)).isEqualTo(100);
    }

    private long taken(String address, int tries) {
        return IntStream.range(0, tries)
                .filter(any -> budget.take(keys(address), 1) == BudgetAnswer.TAKEN)
                .count();
    }

    private static List<String> keys(String address) {
        return AddressKeys.of(InetAddress.ofLiteral(address));
    }
}
