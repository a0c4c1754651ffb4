package network.fanz.finance.payments.lifecycle;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;

/** Says in an operator's words whether anybody can pay. */
final class PaymentsReporter implements PartReporter {
    private static final String PART = "Payments";

    private final PaymentProviders providers;

    PaymentsReporter(PaymentProviders providers) {
        this.providers = providers;
    }

    @Override
    public List<PartReport> reports() {
        String name = providers.nameForNewPayments();
        if (name != null) {
            return List.of(PartReport.works(PART, Sentence.of("New payments go to the provider {0}.", name)));
        }
        return List.of(
                providers.areNone()
                        ? PartReport.attention(
                                PART,
                                "Nobody can pay: this program has no payment provider.",
                                "Nothing that a setting could mend: the one provider so far is the sandbox, and that exists in the profile local alone.")
                        : PartReport.attention(
                                PART,
                                "Nobody can pay: there are several payment providers, and none is chosen.",
                                "Name one by fanz.payments.provider, and start the program again."));
    }
}
