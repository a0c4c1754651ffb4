package network.fanz.platform.mail;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.platform.vault.Vault;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters to somebody that are still kept, without their text: it may hold a link that lets in whoever has it. */
@Component
@Order(8)
class OwnMail implements OwnRecords {
    private final OwnMailStore store;
    private final Vault vault;

    OwnMail(OwnMailStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<OwnMailStore.LetterAbout>of(
                        "letters",
                        "Letters to you that are on their way, or that we still keep. Their text is not here: it may hold a link that lets in whoever has it.",
                        Set.of("mail.letter"),
                        (owner, after) -> Page.cut(
                                store.about(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                letter -> letter.id().toString()))
                .with("title", letter -> vault.open(letter.about(), "mail.letter.title", letter.title()))
                .with("state", OwnMailStore.LetterAbout::state)
                .with("written_at", OwnMailStore.LetterAbout::writtenAt)
                .with("ended_at", OwnMailStore.LetterAbout::endedAt));
    }
}
