package network.fanz.finance.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import network.fanz.finance.ledger.Ledger;
import network.fanz.insight.analytics.Analytics;
import network.fanz.insight.analytics.DashboardPeriod;
import network.fanz.insight.analytics.Metric;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.Walkthrough;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program runs in any currency, whatever its scale, and in one only. */
@Tag("database")
class CurrencyTest {
    @ParameterizedTest
    @CsvSource({
        "JPY/0, 500, 999, '500 JPY', 100",
        "EUR/2, 5.00, 9.99, '5.00 EUR', 1.00",
        "KWD/3, 0.500, 0.999, '0.500 KWD', 0.100"
    })
    void runsInAnyCurrency(String asset, String tip, String pass, String tipped, String fee) {
        try (RunningFanz program = RunningFanz.start("--fanz.currency.asset=" + asset)) {
            SignedInUser creator = program.users().creator();
            SignedInUser fan = program.users().fan();
            HttpAnswer offer = creator.client().get("tube", "/offer").expect(200);
            creator.client().submitForm(offer, "/offer", Map.of("price", pass));
            HttpAnswer page =
                    fan.client().get("tube", "/creators/" + creator.id()).expect(200);
            assertThat(page.body()).contains("value=\"" + tip + "\"", ">" + pass + "<");
            HttpAnswer card =
                    fan.client().submitForm(page, "/creators/" + creator.id() + "/tips", Map.of("amount", tip));
            assertThat(card.body()).contains("Pay " + tipped);
            HttpAnswer checkout = fan.client().submitForm(card, card.path(), Map.of("number", TestShop.PAYS));
            assertThat(checkout.body()).contains("Paid.", tipped);
            assertThat(fan.client().get("tube", "/wallet").expect(200).body()).contains(tip, fee);
            assertThat(program.bean(Analytics.class)
                            .figure(Metric.REVENUE, DashboardPeriod.values()[0])
                            .asset())
                    .hasToString(asset);
            assertThat(walk(program)).doesNotContain("failed at").contains("flow 7");
            assertThat(program.bean(Ledger.class).verify().findings()).isEmpty();
        }
    }

    private static String walk(RunningFanz program) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Walkthrough.all(program.address(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void startsInNoCurrencyThatContradictsTheData() {
        RunningFanz program = RunningFanz.shared();
        new TestShop(program).paidTip(program.users().fan(), program.users().creator(), "700");
        assertThatThrownBy(() -> program.another("--fanz.currency.asset=EUR/2"))
                .hasStackTraceContaining("fanz.currency.asset is EUR/2, but there are pa");
        assertThatThrownBy(() -> program.another("--fanz.currency.asset=USD/3"))
                .hasStackTraceContaining("fanz.currency.asset is USD/3, but there are ");
    }
}
