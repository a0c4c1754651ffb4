package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.settings.Defaults;
import org.junit.jupiter.api.Test;

/** What the page of health says of payments. */
class PaymentsReporterTest {
    @Test
    void withoutAProviderItSaysThatNobodyCanPay() {
        PartReport report = report(List.of());
        assertThat(report.works()).isFalse();
        assertThat(report.says()).startsWith("Nobody can pay");
        assertThat(report.todo()).contains("profile local");
    }

    @Test
    void withOneItNamesIt() {
        PartReport report = report(List.of(new FakeProvider(new FailPoints())));
        assertThat(report.works()).isTrue();
        assertThat(report.says()).contains(FakeProvider.NAME);
    }

    @Test
    void amongSeveralOneMustBeChosen() {
        PartReport report = report(List.of(new FakeProvider(new FailPoints()), new FakeProvider(new FailPoints())));
        assertThat(report.works()).isFalse();
        assertThat(report.todo()).contains("fanz.payments.provider");
    }

    private static PartReport report(List<PaymentProvider> providers) {
        return new PaymentsReporter(new PaymentProviders(providers, Defaults.of(PaymentsSettings.class)))
                .reports()
                .getFirst();
    }
}
