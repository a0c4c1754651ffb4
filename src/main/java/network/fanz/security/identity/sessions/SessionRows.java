package network.fanz.security.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.SessionRecord;
import org.jspecify.annotations.Nullable;

/** How a session stands in its row, and what a row says of its session: its personal data is sealed there. */
final class SessionRows {
    private static final String DEVICE = "identity.session.device";

    private final Attributes attributes;
    private final Vault vault;
    private final SessionLimits limits;

    SessionRows(Vault vault, SessionLimits limits) {
        this.attributes = new Attributes(vault);
        this.vault = vault;
        this.limits = limits;
    }

    /** Whether the session is good at this moment: neither idle for too long, nor at its end, nor of an account that may not sign in. */
    boolean isAlive(SessionStore.Row row, Instant now) {
        Holder holder = new Holder(row.roles(), row.factorSetUp());
        return now.isBefore(row.expiresAt())
                && now.isBefore(row.seenAt().plus(idle(row.account(), holder)))
                && now.isBefore(lifetimeEnd(row, holder))
                && (row.account() == null || row.active());
    }

    private Duration idle(@Nullable UUID account, Holder holder) {
        if (account == null) {
            return limits.visitorIdle();
        }
        return holder.needsSecondFactor() ? limits.strictIdle() : limits.idle();
    }

    private Instant lifetimeEnd(SessionStore.Row row, Holder holder) {
        Instant signedInAt = row.signedInAt();
        return signedInAt != null && holder.needsSecondFactor()
                ? signedInAt.plus(limits.strictLifetime())
                : row.expiresAt();
    }

    IdentitySession session(SessionStore.Row row, String token) {
        Holder holder = row.account() == null ? null : new Holder(row.roles(), row.factorSetUp());
        return IdentitySession.stored(
                row.id(),
                token,
                row.createdAt(),
                row.seenAt(),
                idle(row.account(), holder == null ? new Holder(Set.of(), false) : holder),
                standing(row),
                holder,
                row.attributes() == null ? Map.of() : attributes.opened(row.attributes()));
    }

    private @Nullable Standing standing(SessionStore.Row row) {
        UUID account = row.account();
        if (account == null) {
            return null;
        }
        return new Standing(
                new AccountId(account),
                row.factors(),
                Objects.requireNonNull(row.signedInAt()),
                Objects.requireNonNull(row.freshAt()),
                Objects.requireNonNull(row.singleSignOn()),
                Objects.requireNonNullElse(row.platform(), Origin.API),
                null);
    }

    private @Nullable String device(SessionStore.Row row) {
        return row.device() == null || row.account() == null ? null : vault.open(row.account(), DEVICE, row.device());
    }

    SessionStore.Row row(IdentitySession session, Instant now) {
        Standing standing = session.standing();
        boolean sealAttributes = session.attributesChanged() || session.isNew();
        return new SessionStore.Row(
                session.id(),
                session.getCreationTime(),
                now,
                standing == null
                        ? session.getCreationTime().plus(limits.lifetime())
                        : standing.signedInAt().plus(limits.lifetime()),
                standing == null ? null : standing.account().value(),
                standing == null ? Set.of() : standing.factors(),
                standing == null ? null : standing.signedInAt(),
                standing == null ? null : standing.freshAt(),
                standing == null ? null : standing.singleSignOn(),
                standing == null ? null : standing.platform(),
                sealedDevice(standing),
                sealAttributes && !session.attributes().isEmpty() ? sealed(session) : null,
                true,
                Set.of(),
                false);
    }

    private byte @Nullable [] sealedDevice(@Nullable Standing standing) {
        String device = standing == null ? null : standing.device();
        return standing == null || device == null
                ? null
                : vault.seal(standing.account().value(), DEVICE, device);
    }

    /** @param current whether it is the session that asks */
    SessionRecord record(SessionStore.Row row, boolean current) {
        Standing standing = Objects.requireNonNull(standing(row));
        return new SessionRecord(
                row.id(),
                standing.signedInAt(),
                row.seenAt(),
                lifetimeEnd(row, new Holder(row.roles(), row.factorSetUp())),
                standing.platform(),
                standing.factors().stream().map(Factor::word).collect(Collectors.toSet()),
                device(row),
                current);
    }

    byte[] sealed(IdentitySession session) {
        return attributes.sealed(session.attributes());
    }
}
