package network.fanz.platform.mail;

import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mail. */
@Component
public class Mail {
    private final LetterStore letters;
    private final Envelopes envelopes;
    private final Clock clock;

    Mail(LetterStore letters, Vault vault, Clock clock) {
        this.letters = letters;
        this.envelopes = new Envelopes(vault);
        this.clock = clock;
    }

    /**
     * Queues a message in the caller's transaction: it leaves after the commit, once or (after a crash) twice with the same id, and not
     * at all if the transaction fails. Emits nothing.
     *
     * @return the letter's id
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public UUID send(Message message) {
        UUID id = Ids.next(clock);
        letters.add(envelopes.seal(id, message, clock.instant()));
        return id;
    }

    /** What is still to leave, and what never will. */
    public MailState state() {
        return letters.state();
    }
}
