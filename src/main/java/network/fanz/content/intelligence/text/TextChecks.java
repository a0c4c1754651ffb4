package network.fanz.content.intelligence.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.fanz.content.intelligence.Signal;
import org.springframework.stereotype.Component;

/** Looks at words. */
@Component
public class TextChecks {
    private static final String CONTACT = "text.contact";
    private static final String PAYMENT = "text.off_platform_payment";
    private static final String PATTERNS = "patterns";
    /** Goes up whenever a pattern or a score changes. */
    private static final String VERSION = "1";

    private static final double ASKED_FOR = 0.9;

    private final PhraseBook book = PhraseBook.read();

    /**
     * What was found and what was not, each with its score; 0 if nothing was.
     *
     * @param words some thousand characters at most
     */
    public List<Signal> look(String words, Instant at) {
        String folded = FoldedText.of(words);
        Set<PhraseList> found = book.in(FoldedText.readings(folded));
        List<Signal> signals = new ArrayList<>();
        for (PhraseList list : book.lists()) {
            double score = !found.contains(list)
                    ? 0
                    : list.signal().equals(PAYMENT) && PaymentDetails.isAskedFor(folded) ? ASKED_FOR : list.score();
            signals.add(new Signal(list.signal(), score, "phrases: " + list.about(), book.version(), at, null));
        }
        signals.add(new Signal(CONTACT, ContactDetails.in(folded), PATTERNS, VERSION, at, null));
        signals.add(new Signal(PAYMENT, PaymentDetails.in(folded), PATTERNS, VERSION, at, null));
        return signals;
    }
}
