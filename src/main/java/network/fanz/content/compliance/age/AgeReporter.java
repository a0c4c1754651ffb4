package network.fanz.content.compliance.age;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;

/** Says in an operator's words whether anybody can show their age. */
final class AgeReporter implements PartReporter {
    private static final String PART = "Proofs of age";

    private final AgeProviders providers;

    AgeReporter(AgeProviders providers) {
        this.providers = providers;
    }

    @Override
    public List<PartReport> reports() {
        return List.of(
                providers
                        .chosen()
                        .map(provider -> PartReport.works(
                                PART, Sentence.of("New proofs go to the provider {0}.", provider.name())))
                        .orElseGet(
                                () -> PartReport.attention(
                                        PART,
                                        "Nobody can show their age, so no work is shown to anybody: there is no provider, or there are several and none is chosen.",
                                        "Where there are several, name one by fanz.age.provider and start the program again. The one provider so far is the sandbox, in the profile local alone.")));
    }
}
