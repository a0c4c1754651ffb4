package network.fanz.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.platform.mail.MailOutboxStore.SealedMail;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Where letters lie in the profile {@code local} instead of leaving the machine, for the people at it to read. There is no such bean
 * where mail goes out: take it by {@code ObjectProvider}.
 */
public class Mailbox implements MailProvider {
    private static final int PAGE = 50;

    private final MailOutboxStore outbox;
    private final MailCipher mailCipher;

    Mailbox(MailOutboxStore outbox, Vault vault) {
        this.outbox = outbox;
        this.mailCipher = new MailCipher(vault);
    }

    /** The newest first; letters of people who have been erased are left out. */
    public Page<MailboxMessage> messages(@Nullable UUID after) {
        List<SealedMail> found = outbox.delivered(after, PAGE + 1);
        List<MailboxMessage> shown = new ArrayList<>();
        for (SealedMail sealedMail : found.subList(0, Math.min(PAGE, found.size()))) {
            try {
                shown.add(opened(sealedMail));
            } catch (SubjectForgotten erased) {
                // Nothing of theirs can be read, and nothing may show any more that a letter was written to them.
            }
        }
        return new Page<>(shown, found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null);
    }

    /**
     * @throws NotFound if there is no such letter
     * @throws SubjectForgotten if its receiver has been erased
     */
    public MailboxMessage message(UUID id) {
        return opened(outbox.delivered(id).orElseThrow(() -> new NotFound("letter")));
    }

    private MailboxMessage opened(SealedMail sealedMail) {
        OutgoingMail mail = mailCipher.open(sealedMail);
        return new MailboxMessage(
                sealedMail.id(), mail.about(), mail.to(), mail.subject(), mail.text(), sealedMail.writtenAt());
    }

    /** The letter is in the table already: that it is marked as delivered puts it into the box. */
    @Override
    public void deliver(UUID id, OutgoingMail mail) {}

    @Override
    public String name() {
        return "mailbox";
    }
}
