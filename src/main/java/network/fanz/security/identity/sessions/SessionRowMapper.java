package network.fanz.security.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.SessionRecord;
import org.jspecify.annotations.Nullable;

/** Maps sessions to rows and back; personal data is sealed in the row. */
final class SessionRowMapper {
    private static final String DEVICE = "identity.session.device";

    private final SessionAttributeCodec sessionAttributeCodec;
    private final Vault vault;
    private final SessionLimits limits;

    SessionRowMapper(Vault vault, SessionLimits limits) {
        this.sessionAttributeCodec = new SessionAttributeCodec(vault);
        this.vault = vault;
        this.limits = limits;
    }

    /** Whether the session is valid now: not idle for too long, not at its end, and not of an account that may not sign in. */
    boolean isAlive(SessionStore.SessionRow row, Instant now) {
        SessionAccount sessionAccount = row.sessionAccount();
        return now.isBefore(row.expiresAt())
                && now.isBefore(row.seenAt().plus(idle(row.account(), sessionAccount)))
                && now.isBefore(lifetimeEnd(row, sessionAccount))
                && (row.account() == null || row.active());
    }

    private Duration idle(@Nullable UUID account, SessionAccount sessionAccount) {
        if (account == null) {
            return limits.visitorIdle();
        }
        return sessionAccount.needsSecondFactor() ? limits.strictIdle() : limits.idle();
    }

    private Instant lifetimeEnd(SessionStore.SessionRow row, SessionAccount sessionAccount) {
        Instant signedInAt = row.signedInAt();
        return signedInAt != null && sessionAccount.needsSecondFactor()
                ? signedInAt.plus(limits.strictLifetime())
                : row.expiresAt();
    }

    IdentitySession session(SessionStore.SessionRow row, String token) {
        SessionAccount sessionAccount = row.account() == null ? null : row.sessionAccount();
        return IdentitySession.restore(
                row.id(),
                token,
                row.createdAt(),
                row.seenAt(),
                idle(row.account(), row.sessionAccount()),
                proof(row),
                sessionAccount,
                row.attributes() == null ? Map.of() : sessionAttributeCodec.open(row.attributes()));
    }

    private @Nullable SignInProof proof(SessionStore.SessionRow row) {
        UUID account = row.account();
        if (account == null) {
            return null;
        }
        return new SignInProof(
                new AccountId(account),
                row.factors(),
                Objects.requireNonNull(row.signedInAt()),
                Objects.requireNonNull(row.freshAt()),
                Objects.requireNonNull(row.singleSignOn()),
                Objects.requireNonNullElse(row.platform(), Origin.API),
                null);
    }

    /** Null if it is unknown, or its owner has been erased: the session is listed nevertheless, for somebody must be able to end it. */
    private @Nullable String device(SessionStore.SessionRow row) {
        if (row.device() == null || row.account() == null) {
            return null;
        }
        try {
            return vault.open(row.account(), DEVICE, row.device());
        } catch (SubjectForgotten erased) {
            return null;
        }
    }

    SessionStore.SessionRow row(IdentitySession session, Instant now) {
        SignInProof proof = session.proof();
        boolean sealAttributes = session.attributesChanged() || session.isNew();
        return new SessionStore.SessionRow(
                session.id(),
                session.getCreationTime(),
                now,
                proof == null
                        ? session.getCreationTime().plus(limits.lifetime())
                        : proof.signedInAt().plus(limits.lifetime()),
                proof == null ? null : proof.account().value(),
                proof == null ? Set.of() : proof.factors(),
                proof == null ? null : proof.signedInAt(),
                proof == null ? null : proof.freshAt(),
                proof == null ? null : proof.singleSignOn(),
                proof == null ? null : proof.platform(),
                sealedDevice(proof),
                sealAttributes && !session.attributes().isEmpty() ? sealAttributes(session) : null,
                true,
                Set.of(),
                false,
                0);
    }

    private byte @Nullable [] sealedDevice(@Nullable SignInProof proof) {
        String device = proof == null ? null : proof.device();
        return proof == null || device == null
                ? null
                : vault.seal(proof.account().value(), DEVICE, device);
    }

    /**
     * @param rows of one sign-in, the latest used first
     * @param current the requesting session
     */
    SessionRecord record(List<SessionStore.SessionRow> rows, @Nullable UUID current) {
        SessionStore.SessionRow latest = rows.getFirst();
        List<SignInProof> proofs =
                rows.stream().map(this::proof).map(Objects::requireNonNull).toList();
        return new SessionRecord(
                latest.id(),
                proofs.stream()
                        .map(SignInProof::signedInAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                latest.seenAt(),
                rows.stream()
                        .map(row -> lifetimeEnd(row, row.sessionAccount()))
                        .max(Instant::compareTo)
                        .orElseThrow(),
                proofs.stream().map(SignInProof::platform).distinct().toList(),
                proofs.stream()
                        .flatMap(proof -> proof.factors().stream())
                        .map(Factor::apiName)
                        .collect(Collectors.toSet()),
                rows.stream()
                        .map(this::device)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                rows.stream().anyMatch(row -> row.id().equals(current)));
    }

    byte[] sealAttributes(IdentitySession session) {
        return sessionAttributeCodec.seal(session.attributes());
    }
}
