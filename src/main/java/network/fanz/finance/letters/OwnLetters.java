package network.fanz.finance.letters;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which letters about money somebody was written, and which they do not want. */
@Component
@Order(7)
class OwnLetters implements OwnRecords {
    private final LetterStore store;

    OwnLetters(LetterStore store) {
        this.store = store;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                OwnSection.<LetterStore.WrittenLetter>of(
                                "letters_about_money",
                                "Which letters about which payments were written to you.",
                                Set.of("letters.written"),
                                (owner, after) -> Page.cut(
                                        store.writtenTo(owner, after, OwnSection.PAGE + 1),
                                        OwnSection.PAGE,
                                        LetterStore.WrittenLetter::place))
                        .with("payment", LetterStore.WrittenLetter::payment)
                        .with("kind", LetterStore.WrittenLetter::kind)
                        .with("written_at", LetterStore.WrittenLetter::at),
                OwnSection.<LetterStore.UnwantedNews>ofFew(
                                "letters_switched_off",
                                "What you do not want to be told by letter.",
                                Set.of("letters.switched_off"),
                                store::unwanted)
                        .with("news", LetterStore.UnwantedNews::news)
                        .with("since", LetterStore.UnwantedNews::since));
    }
}
