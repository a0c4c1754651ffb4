package network.fanz.content.compliance.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.ConsentText;
import network.fanz.content.compliance.SignedText;
import network.fanz.content.compliance.consents.SignatureStore.ConsentRow;
import network.fanz.content.compliance.events.ConsentRevoked;
import network.fanz.content.compliance.events.ConsentSigned;
import network.fanz.platform.events.Events;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a signature, in the transaction of whoever has looked that it is one. */
@Component
class SignatureWriting {
    private static final String NAME = "compliance.consent_signature.name";

    private final SignatureStore store;
    private final Releases releases;
    private final Vault vault;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    SignatureWriting(
            SignatureStore store, Releases releases, Vault vault, Events events, Audit audit, @Steady Clock clock) {
        this.store = store;
        this.releases = releases;
        this.vault = vault;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is signed by whom.
     *
     * @param invitation null where creators sign for themselves
     */
    record Signed(
            @Nullable UUID invitation,
            UUID work,
            UUID upload,
            UUID performer,
            AccountId creator,
            Optional<AccountId> account,
            Set<ConsentScope> scopes) {}

    /** @param token by which it can be taken back without an account; null where creators sign for themselves */
    void write(Signed signed, String name, SignedText shown, @Nullable String token) {
        if (signed.scopes().isEmpty()) {
            throw new InvalidField("scopes", "Tick what you agree to: without it nothing is signed.");
        }
        ConsentText text = text(shown);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.next(clock);
        ConsentRow row = new ConsentRow(
                id,
                signed.invitation(),
                signed.work(),
                signed.upload(),
                signed.performer(),
                signed.creator(),
                signed.account().orElse(null),
                vault.seal(signed.performer(), NAME, name),
                text.number(),
                text.language(),
                text.sha256(),
                now,
                signed.scopes(),
                Set.of());
        store.insert(row, token == null ? null : ConsentToken.hash(token));
        events.append(new ConsentSigned(id, row.work(), row.performer(), row.creator(), codes(row.scopes()), now));
        audit.record(
                AuditAction.of("compliance.sign_consent", signed.account().orElse(null), "performer:" + row.performer())
                        .with("work", row.work().toString())
                        .with("scopes", codes(row.scopes()))
                        .with("text", text.number() + " " + text.language())
                        .with("sha256", text.sha256()));
        releases.lookAgain(releases.ofWork(row.work()).orElseThrow().id());
    }

    /** Takes scopes back that hold, and the work down with them where it needs them. */
    void revoke(ConsentRow row, Set<ConsentScope> scopes, @Nullable AccountId by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.revoke(row.id(), scopes, by, now);
        String codes = codes(scopes);
        events.append(new ConsentRevoked(row.id(), row.work(), row.performer(), row.creator(), codes, now));
        audit.record(AuditAction.of("compliance.revoke_consent", by, "performer:" + row.performer())
                .with("work", row.work().toString())
                .with("scopes", codes));
        if (scopes.stream().anyMatch(ConsentScope.NEEDED::contains)) {
            releases.takeDown(releases.ofWork(row.work()).orElseThrow().id(), ReleaseCause.CONSENT_REVOKED, null);
        }
    }

    private ConsentText text(SignedText shown) {
        if (shown.number() != ConsentTexts.CURRENT) {
            throw new InvalidField("text", "There is a newer text now. Open the page again, and read that one.");
        }
        return store.text(shown.number(), shown.language())
                .orElseThrow(() -> new InvalidField("text", "Open the page again: this form has lost its text."));
    }

    static String codes(Collection<ConsentScope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
