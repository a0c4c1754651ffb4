package network.fanz.content.compliance.verification;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;

/** Says in an operator's words whether any creator can be verified. */
final class VerificationReporter implements PartReporter {
    private static final String PART = "Identity checks";

    private final IdentityProviders providers;

    VerificationReporter(IdentityProviders providers) {
        this.providers = providers;
    }

    @Override
    public List<PartReport> reports() {
        String name = providers.nameForNewChecks();
        if (name != null) {
            return List.of(PartReport.works(PART, Sentence.of("New checks go to the provider {0}.", name)));
        }
        return List.of(
                providers.areNone()
                        ? PartReport.attention(
                                PART,
                                "No creator can be verified: this program has no provider of identity checks.",
                                "Nothing that a setting could mend: the one provider so far is the sandbox, and that exists in the profile local alone.")
                        : PartReport.attention(
                                PART,
                                "No creator can be verified: there are several providers of identity checks, and none is chosen.",
                                "Name one by fanz.compliance.provider, and start the program again."));
    }
}
