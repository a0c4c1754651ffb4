package network.fanz.content.compliance.consents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import network.fanz.common.Language;
import network.fanz.common.Sha256;
import network.fanz.common.Steady;
import network.fanz.content.compliance.ConsentText;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What performers sign, in each language. A text that was published stays as it is: a program whose file says something else does not
 * start.
 */
@Component
public class ConsentTexts implements SmartInitializingSingleton {
    /** A new text is a file of the next number in each language. */
    static final int CURRENT = 1;

    private final SignatureStore store;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ConsentTexts(SignatureStore store, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (int number = 1; number <= CURRENT; number++) {
            for (Language language : Language.values()) {
                publish(read(number, language));
            }
        }
    }

    private void publish(ConsentText text) {
        boolean changed = store.text(text.number(), text.language())
                .filter(published -> !published.sha256().equals(text.sha256()))
                .isPresent();
        if (changed) {
            throw new IllegalStateException(
                    "Version " + text.number() + " of the consent (" + text.language()
                            + ") was published with another text, and what was published stays. Give the new text the next number.");
        }
        transaction.executeWithoutResult(status -> {
            if (store.insert(text, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                audit.record(AuditAction.of("compliance.publish_consent", null, "consent:" + text.number())
                        .with("language", text.language())
                        .with("sha256", text.sha256()));
            }
        });
    }

    /** What is signed now, in the reader's language. */
    public ConsentText current() {
        return store.text(CURRENT, Language.current().tag()).orElseThrow();
    }

    private static ConsentText read(int number, Language language) {
        String name = "/compliance/consent-%d.%s.txt".formatted(number, language.tag());
        try (InputStream file = ConsentTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            String sha256 = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
            return new ConsentText(number, language.tag(), text, sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
