package network.fanz.finance.letters;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.stereotype.Component;

/** Says whether anybody gets the letters about disputes and about requests for refunds: they go to confirmed addresses alone. */
@Component
final class FinanceLettersReporter implements PartReporter {
    private static final String PART = "Letters to finance";
    private static final String HELP =
            "Have them confirm their address: their account page at the sign-in site sends the letter for it.";

    private final FinanceReaders readers;

    FinanceLettersReporter(FinanceReaders readers) {
        this.readers = readers;
    }

    @Override
    public List<PartReport> reports() {
        int all = readers.all().size();
        int unreachable = readers.unreachable().size();
        if (unreachable == 0) {
            return List.of(PartReport.works(PART, reached(all)));
        }
        return List.of(
                unreachable == all
                        ? PartReport.attention(
                                PART,
                                "Nobody is written to about disputes and requests for refunds: no address is confirmed.",
                                HELP)
                        : PartReport.attention(
                                PART,
                                Sentence.of(
                                        "{0} of {1} who should be written to about disputes and requests for refunds get no letter: their address is not confirmed.",
                                        unreachable, all),
                                Sentence.of(HELP)));
    }

    private static Sentence reached(int all) {
        return Sentence.of(
                all == 0
                        ? "Nobody of finance and no administrator has an account yet."
                        : all == 1
                                ? "Disputes and requests for refunds are written about to one person."
                                : "Disputes and requests for refunds are written about to {0} people.",
                all);
    }
}
