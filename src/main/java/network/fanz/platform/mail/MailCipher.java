package network.fanz.platform.mail;

import java.time.Instant;
import java.util.UUID;
import network.fanz.platform.mail.MailOutboxStore.SealedMail;
import network.fanz.platform.vault.Vault;

/** Seals messages for the table and opens them again. */
final class MailCipher {
    private final Vault vault;

    MailCipher(Vault vault) {
        this.vault = vault;
    }

    SealedMail seal(UUID id, OutgoingMail mail, Instant now) {
        return new SealedMail(
                id,
                mail.about(),
                vault.seal(mail.about(), "mail.letter.address", mail.to()),
                vault.seal(mail.about(), "mail.letter.title", mail.subject()),
                vault.seal(mail.about(), "mail.letter.body", mail.text()),
                0,
                now);
    }

    /** @throws network.fanz.platform.vault.SubjectForgotten if the person has been erased */
    OutgoingMail open(SealedMail letter) {
        return new OutgoingMail(
                letter.about(),
                vault.open(letter.about(), "mail.letter.address", letter.address()),
                vault.open(letter.about(), "mail.letter.title", letter.title()),
                vault.open(letter.about(), "mail.letter.body", letter.body()));
    }
}
