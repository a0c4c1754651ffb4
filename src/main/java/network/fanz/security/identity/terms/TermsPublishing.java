package network.fanz.security.identity.terms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Steady;
import network.fanz.common.VisibleText;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.NewTerms;
import network.fanz.security.identity.TermsText;
import network.fanz.security.identity.TermsVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes versions; what was published stays as it is. */
@Component
public final class TermsPublishing {
    private static final int TITLE_MAX = 120;
    private static final int CHANGE_MAX = 500;
    private static final int TEXT_MAX = 100_000;
    private static final Duration AHEAD_MAX = Duration.ofDays(365);

    private final TermsStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TermsPublishing(TermsStore store, Audit audit, TransactionTemplate transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<TermsText> version(int number) {
        return store.find(number);
    }

    public List<TermsVersion> versions() {
        return store.versions();
    }

    public TermsVersion publish(AccountId by, NewTerms terms) {
        // A column keeps microseconds, and may not round a time to one before now.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TermsVersion version = new TermsVersion(
                terms.number(),
                VisibleText.line("title", terms.title(), TITLE_MAX),
                change(terms),
                effectiveAt(terms.effectiveAt(), now),
                now,
                by);
        TermsText text = new TermsText(version, text(terms.text()));
        transaction.executeWithoutResult(status -> {
            int next = store.latestNumber() + 1;
            if (version.number() != next || !store.add(text)) {
                throw new InvalidField(
                        "number",
                        "Others may have published meanwhile. Look at the latest version, and publish the next.");
            }
            audit.record(AuditAction.of("identity.publish_terms", by, "terms:" + next)
                    .with("effective", version.effectiveAt().toString()));
        });
        return version;
    }

    private static @Nullable String change(NewTerms terms) {
        if (terms.change().isBlank()) {
            if (terms.number() > 1) {
                throw new InvalidField("change", "Say in a sentence what is different from the version before.");
            }
            return null;
        }
        return VisibleText.line("change", terms.change(), CHANGE_MAX);
    }

    private static Instant effectiveAt(@Nullable Instant asked, Instant now) {
        if (asked == null) {
            return now;
        }
        if (asked.isBefore(now)) {
            throw new InvalidField("effectiveAt", "This time is past. A version comes into force now or later.");
        }
        if (asked.isAfter(now.plus(AHEAD_MAX))) {
            throw new InvalidField("effectiveAt", "This is more than a year ahead.");
        }
        return asked.truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(String raw) {
        String text = raw.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new InvalidField("text", "This must not be empty.");
        }
        if (text.length() > TEXT_MAX) {
            throw new InvalidField("text", "At most 100,000 characters.");
        }
        if (text.chars().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t')) {
            throw new InvalidField("text", "Plain text has no control characters.");
        }
        return text;
    }
}
