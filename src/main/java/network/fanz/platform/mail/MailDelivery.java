package network.fanz.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.platform.mail.MailOutboxStore.SealedMail;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands waiting letters to the provider, one at a time. A letter that it does not take is tried again at growing intervals. */
final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int BATCH_MAX = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int DOUBLINGS_MAX = 9;
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final MailOutboxStore outbox;
    private final MailCipher mailCipher;
    private final MailProvider provider;
    private final MailSettings settings;
    private final Clock clock;

    MailDelivery(MailOutboxStore outbox, Vault vault, MailProvider provider, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.mailCipher = new MailCipher(vault);
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
    }

    /** Goes on until none is due or the program wants to stop. */
    void run() {
        List<SealedMail> due;
        do {
            Instant now = clock.instant();
            due = outbox.due(now, now.plus(waitAfter(DOUBLINGS_MAX)).plus(CLOCKS_DIFFER_MAX), BATCH_MAX);
            for (SealedMail letter : due) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                deliver(letter);
            }
        } while (due.size() == BATCH_MAX);
    }

    void deleteOld() {
        outbox.deleteEndedBefore(clock.instant().minus(settings.keptFor()));
    }

    /** No transaction is open while the provider works. A crash between its yes and ours sends the letter again. */
    private void deliver(SealedMail letter) {
        OutgoingMail opened;
        try {
            opened = mailCipher.open(letter);
        } catch (SubjectForgotten erased) {
            outbox.end(letter.id(), "erased", null, clock.instant());
            return;
        } catch (RuntimeException unreadable) {
            wait(letter, MailOutboxStore.LETTER + unreadable.getClass().getSimpleName());
            return;
        }
        try {
            provider.deliver(letter.id(), opened);
        } catch (MailRejected refused) {
            refused(letter, refused);
            return;
        } catch (RuntimeException broken) {
            // Whatever is wrong with one letter must not keep the next ones waiting.
            wait(letter, broken.getClass().getSimpleName());
            return;
        }
        outbox.end(letter.id(), "delivered", null, clock.instant());
    }

    private void refused(SealedMail letter, MailRejected refused) {
        String fault = String.valueOf(refused.getMessage());
        switch (refused.scope()) {
            case RECIPIENT_PERMANENT -> {
                LOG.warn("Letter {} cannot be delivered: {}", letter.id(), fault);
                outbox.end(letter.id(), "failed", fault, clock.instant());
            }
            case RECIPIENT -> wait(letter, MailOutboxStore.RECEIVER + fault);
            case TEXT -> wait(letter, MailOutboxStore.LETTER + fault);
            case SERVER -> wait(letter, fault);
        }
    }

    private void wait(SealedMail letter, String fault) {
        Instant now = clock.instant();
        if (letter.attempts() + 1 >= settings.triesMax()) {
            LOG.error("ALARM: letter {} was given up after {} tries: {}", letter.id(), settings.triesMax(), fault);
            outbox.end(letter.id(), "failed", fault, now);
            return;
        }
        LOG.warn("Letter {} was not taken and is tried again: {}", letter.id(), fault);
        outbox.tryAgain(letter.id(), fault, now.plus(waitAfter(letter.attempts())));
    }

    private static Duration waitAfter(int attempts) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(DOUBLINGS_MAX, attempts));
    }
}
