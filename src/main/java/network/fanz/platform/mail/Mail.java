package network.fanz.platform.mail;

import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mail. */
@Component
public class Mail {
    private final MailOutboxStore outbox;
    private final MailCipher mailCipher;
    private final Clock clock;

    Mail(MailOutboxStore outbox, Vault vault, @Steady Clock clock) {
        this.outbox = outbox;
        this.mailCipher = new MailCipher(vault);
        this.clock = clock;
    }

    /**
     * Queues a message in the caller's transaction: it leaves after the commit, once or (after a crash) twice with the same id, and not
     * at all if the transaction fails. Emits nothing.
     *
     * @return the letter's id
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public UUID send(OutgoingMail mail) {
        UUID id = Ids.next(clock);
        outbox.add(mailCipher.seal(id, mail, clock.instant()));
        return id;
    }

    /** What is still to leave, and what never will. */
    public MailState state() {
        return outbox.state();
    }
}
