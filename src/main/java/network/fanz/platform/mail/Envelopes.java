package network.fanz.platform.mail;

import java.time.Instant;
import java.util.UUID;
import network.fanz.platform.mail.LetterStore.Sealed;
import network.fanz.platform.vault.Vault;

/** Seals messages for the table and opens them again. */
final class Envelopes {
    private final Vault vault;

    Envelopes(Vault vault) {
        this.vault = vault;
    }

    Sealed seal(UUID id, Message message, Instant now) {
        return new Sealed(
                id,
                message.about(),
                vault.seal(message.about(), "mail.letter.address", message.to()),
                vault.seal(message.about(), "mail.letter.title", message.subject()),
                vault.seal(message.about(), "mail.letter.body", message.text()),
                0,
                now);
    }

    /** @throws network.fanz.platform.vault.SubjectForgotten if the person has been erased */
    Message open(Sealed letter) {
        return new Message(
                letter.about(),
                vault.open(letter.about(), "mail.letter.address", letter.address()),
                vault.open(letter.about(), "mail.letter.title", letter.title()),
                vault.open(letter.about(), "mail.letter.body", letter.body()));
    }
}
