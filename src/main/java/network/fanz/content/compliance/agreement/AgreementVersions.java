package network.fanz.content.compliance.agreement;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Sha256;
import network.fanz.common.Steady;
import network.fanz.common.VisibleText;
import network.fanz.content.compliance.AgreementText;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes at the start what the files hold. A version that was published stays as it is: a program whose file says something else does
 * not start. The newest published one is in force, on all nodes alike.
 */
@Component
public class AgreementVersions implements SmartInitializingSingleton {
    private static final int COUNSEL_MAX = 200;

    private final AgreementStore store;
    private final AgreementSettings settings;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    AgreementVersions(
            AgreementStore store,
            AgreementSettings settings,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        AgreementFiles.read(settings.folder()).forEach(this::publish);
    }

    private void publish(int number, String text) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        Optional<AgreementText> published = store.find(number);
        if (published.isPresent()) {
            requireSame(published.get(), sha256);
            return;
        }
        String title = text.lines().findFirst().orElseThrow();
        AgreementText version = new AgreementText(
                number, title, text, sha256, clock.instant().truncatedTo(ChronoUnit.MICROS), null, null);
        transaction.executeWithoutResult(status -> {
            if (store.insert(version)) {
                audit.record(AuditAction.of("compliance.publish_agreement", null, "agreement:" + number)
                        .with("sha256", sha256));
            }
        });
    }

    private static void requireSame(AgreementText published, String sha256) {
        if (!published.sha256().equals(sha256)) {
            throw new IllegalStateException("Version " + published.number()
                    + " of the agreement with creators was published with another text, and what was published stays. Give the new text"
                    + " the next number.");
        }
    }

    public AgreementText current() {
        return store.current().orElseThrow();
    }

    public Optional<AgreementText> find(int number) {
        return store.find(number);
    }

    public void review(AccountId by, int number, String reviewedBy) {
        String counsel = VisibleText.line("reviewedBy", reviewedBy, COUNSEL_MAX);
        if (store.find(number).isEmpty()) {
            throw new NotFound("version");
        }
        transaction.executeWithoutResult(status -> {
            if (store.review(number, counsel, by, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                audit.record(AuditAction.of("compliance.review_agreement", by, "agreement:" + number));
            }
        });
    }
}
