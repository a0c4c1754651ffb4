package network.fanz.security.identity.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.SessionRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Loads, saves, lists and ends sessions. */
public final class SessionTable implements SessionRepository<IdentitySession> {
    /** Idle times are counted this coarsely: each request that moved them would cost a write. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SessionTable.class);
    private static final String DEVICE = "identity.session.device";

    private final SessionStore store;
    private final Attributes attributes;
    private final Vault vault;
    private final SessionLimits limits;
    private final Clock clock;
    private final ThreadLocal<@Nullable Map<String, IdentitySession>> ofThisRequest = new ThreadLocal<>();

    public SessionTable(JdbcClient jdbc, Vault vault, SessionLimits limits, Clock clock) {
        this.store = new SessionStore(jdbc);
        this.attributes = new Attributes(vault);
        this.vault = vault;
        this.limits = limits;
        this.clock = clock;
    }

    /** The servlet layer asks for the same session several times a request; from here until {@link #requestEnds} it is read once. */
    public void requestBegins() {
        ofThisRequest.set(new HashMap<>());
    }

    public void requestEnds() {
        ofThisRequest.remove();
    }

    @Override
    public IdentitySession createSession() {
        return IdentitySession.fresh(Ids.next(clock), clock.instant(), limits.visitorIdle());
    }

    @Override
    public @Nullable IdentitySession findById(String token) {
        Map<String, IdentitySession> known = ofThisRequest.get();
        if (known == null) {
            return read(token);
        }
        IdentitySession session = known.get(token);
        if (session == null) {
            session = read(token);
            if (session != null) {
                known.put(token, session);
            }
        }
        return session;
    }

    @Override
    public void save(IdentitySession session) {
        Instant now = clock.instant();
        byte[] hash = Tokens.hash(session.getId());
        if (session.isNew()) {
            store.insert(row(session, now), hash);
        } else if (session.standingChanged() || session.tokenChanged()) {
            store.update(row(session, now), hash, session.attributesChanged());
        } else if (session.attributesChanged()) {
            store.updateAttributes(session.id(), attributes.sealed(session.attributes()), now);
        } else if (session.seenAt().plus(TOUCH_EVERY).isBefore(now)) {
            store.touch(session.id(), now);
        }
        session.saved();
        Map<String, IdentitySession> known = ofThisRequest.get();
        if (known != null) {
            known.values().removeIf(other -> other == session);
            known.put(session.getId(), session);
        }
    }

    @Override
    public void deleteById(String token) {
        Map<String, IdentitySession> known = ofThisRequest.get();
        if (known != null) {
            known.remove(token);
        }
        store.delete(Tokens.hash(token));
    }

    /**
     * Those that are good now, with the moment at which each ends however busy it is.
     *
     * @param current the public id of the session that asks
     */
    public List<SessionRecord> list(AccountId account, @Nullable UUID current) {
        return store.ofAccount(account).stream()
                .filter(this::isAlive)
                .map(row -> record(row, row.id().equals(current)))
                .toList();
    }

    /** Ends the session and all that grew out of the same sign-in; false if the account has no such session. */
    public boolean revoke(AccountId account, UUID session) {
        Optional<UUID> singleSignOn = store.singleSignOn(account, session);
        singleSignOn.ifPresent(store::deleteSingleSignOn);
        return singleSignOn.isPresent();
    }

    /** Whether anything is left of a sign-in: one that was ended must not grow new sessions. */
    public boolean isAlive(UUID singleSignOn) {
        return store.hasSingleSignOn(singleSignOn);
    }

    /** Ends all sessions that grew out of one sign-in, on every host, in one statement. */
    public void end(UUID singleSignOn) {
        store.deleteSingleSignOn(singleSignOn);
    }

    /** @param except the single sign-on that stays; null for none */
    public int endAll(AccountId account, @Nullable UUID except) {
        return store.deleteAll(account, except);
    }

    /** Removes sessions that nobody can use any more. */
    public int sweep() {
        Instant now = clock.instant();
        return store.deleteExpired(now, now.minus(limits.idle()), now.minus(limits.visitorIdle()));
    }

    private @Nullable IdentitySession read(String token) {
        if (!Tokens.hasForm(token)) {
            return null;
        }
        try {
            return store.find(Tokens.hash(token))
                    .filter(this::isAlive)
                    .map(row -> session(row, token))
                    .orElse(null);
        } catch (Attributes.Unreadable unreadable) {
            // Its owner signs in again; refusing every request until the cookie is gone would help nobody.
            LOG.warn("A session is given up: {}", unreadable.getMessage(), unreadable);
            return null;
        }
    }

    private boolean isAlive(SessionStore.Row row) {
        Instant now = clock.instant();
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

    private IdentitySession session(SessionStore.Row row, String token) {
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
                Objects.requireNonNullElse(row.platform(), "api"),
                null);
    }

    private @Nullable String device(SessionStore.Row row) {
        return row.device() == null || row.account() == null ? null : vault.open(row.account(), DEVICE, row.device());
    }

    private SessionStore.Row row(IdentitySession session, Instant now) {
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
                sealAttributes && !session.attributes().isEmpty() ? attributes.sealed(session.attributes()) : null,
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

    private SessionRecord record(SessionStore.Row row, boolean current) {
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
}
