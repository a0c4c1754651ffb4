package network.fanz.security.identity.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.SessionRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Loads, saves, lists and ends sessions. */
public final class IdentitySessionRepository implements SessionRepository<IdentitySession> {
    /** The precision of idle times: each request that changed them would cost a write. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(IdentitySessionRepository.class);

    private final SessionStore store;
    private final SessionRowMapper rows;
    private final SessionLimits limits;
    private final Clock clock;
    private final ThreadLocal<@Nullable Map<String, IdentitySession>> requestCache = new ThreadLocal<>();

    public IdentitySessionRepository(JdbcClient jdbc, Vault vault, SessionLimits limits, Clock clock) {
        this.store = new SessionStore(jdbc);
        this.rows = new SessionRowMapper(vault, limits);
        this.limits = limits;
        this.clock = clock;
    }

    /** The servlet layer asks for the same session several times in a request; until {@link #endRequest} it is read once. */
    public void beginRequest() {
        requestCache.set(new HashMap<>());
    }

    public void endRequest() {
        requestCache.remove();
    }

    @Override
    public IdentitySession createSession() {
        return IdentitySession.create(Ids.next(clock), clock.instant(), limits.visitorIdle());
    }

    @Override
    public @Nullable IdentitySession findById(String token) {
        Map<String, IdentitySession> cached = requestCache.get();
        if (cached == null) {
            return read(token);
        }
        IdentitySession session = cached.get(token);
        if (session == null) {
            session = read(token);
            if (session != null) {
                cached.put(token, session);
            }
        }
        return session;
    }

    @Override
    public void save(IdentitySession session) {
        Instant now = clock.instant();
        byte[] hash = OpaqueTokens.hash(session.getId());
        if (session.isNew()) {
            store.insert(rows.row(session, now), hash);
        } else if (session.proofChanged() || session.tokenChanged()) {
            store.update(rows.row(session, now), hash, session.attributesChanged());
        } else if (session.attributesChanged()) {
            store.updateAttributes(session.id(), rows.sealAttributes(session), now);
        } else if (session.seenAt().plus(TOUCH_EVERY).isBefore(now)) {
            store.touch(session.id(), now);
        }
        session.markSaved();
        Map<String, IdentitySession> cached = requestCache.get();
        if (cached != null) {
            cached.values().removeIf(other -> other == session);
            cached.put(session.getId(), session);
        }
    }

    @Override
    public void deleteById(String token) {
        Map<String, IdentitySession> cached = requestCache.get();
        if (cached != null) {
            cached.remove(token);
        }
        store.delete(OpaqueTokens.hash(token));
    }

    /**
     * The sign-ins with sessions that are valid now, the latest used first, each with the latest time at which it ends.
     *
     * @param current the public id of the requesting session
     */
    public List<SessionRecord> list(AccountId account, @Nullable UUID current) {
        return alive(account)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.singleSignOn()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofOneSignIn -> rows.record(ofOneSignIn, current))
                .toList();
    }

    /** Gives the session another token, which ends the one before; empty if it has ended. */
    Optional<String> newToken(UUID session) {
        String token = OpaqueTokens.generate();
        Instant now = clock.instant();
        boolean alive = store.findById(session, now)
                .filter(row -> rows.isAlive(row, now))
                .isPresent();
        return alive && store.setToken(session, OpaqueTokens.hash(token)) ? Optional.of(token) : Optional.empty();
    }

    /**
     * Whether the session is valid now, with all the factors that its account needs, and the account holds one of the roles and owes no
     * acceptance of the terms of use.
     */
    public boolean holdsOneOf(UUID session, Set<Role> roles) {
        Instant now = clock.instant();
        return store.findById(session, now)
                .filter(row -> row.account() != null && rows.isAlive(row, now))
                .filter(row -> Factor.includesSecondFactor(row.factors())
                        || !row.sessionAccount().needsSecondFactor())
                .filter(row -> !row.sessionAccount().owesTerms())
                .filter(row -> row.roles().stream().anyMatch(roles::contains))
                .isPresent();
    }

    private Stream<SessionStore.SessionRow> alive(AccountId account) {
        Instant now = clock.instant();
        return store.ofAccount(account, now).stream().filter(row -> rows.isAlive(row, now));
    }

    /** Ends the session and all others of the same sign-in; false if the account has no such session. */
    public boolean revoke(AccountId account, UUID session) {
        Optional<UUID> singleSignOn = store.singleSignOn(account, session);
        singleSignOn.ifPresent(store::deleteSingleSignOn);
        return singleSignOn.isPresent();
    }

    /** Whether any session of the sign-in is left: a sign-in that was ended must not get new sessions. */
    public boolean isSingleSignOnAlive(UUID singleSignOn) {
        return store.hasSingleSignOn(singleSignOn);
    }

    /** Ends all sessions of one sign-in, on every host, in one statement. */
    public void endSingleSignOn(UUID singleSignOn) {
        store.deleteSingleSignOn(singleSignOn);
    }

    /** @param except the single sign-on that stays; null for none */
    public int endAll(AccountId account, @Nullable UUID except) {
        return store.deleteAll(account, except);
    }

    /** Removes expired sessions. */
    public int sweep() {
        Instant now = clock.instant();
        return store.deleteExpired(now, now.minus(limits.idle()), now.minus(limits.visitorIdle()));
    }

    private @Nullable IdentitySession read(String token) {
        if (!OpaqueTokens.isWellFormed(token)) {
            return null;
        }
        try {
            return find(OpaqueTokens.hash(token), clock.instant())
                    .map(row -> rows.session(row, token))
                    .orElse(null);
        } catch (SessionAttributeCodec.UnreadableAttributes unreadableAttributes) {
            // The owner signs in again. It would not help to refuse every request until the cookie is gone.
            LOG.warn("A session is given up", unreadableAttributes);
            return null;
        }
    }

    /** The session if it is alive. One that was made or seen under a clock that was ahead is taken back to now first. */
    private Optional<SessionStore.SessionRow> find(byte[] tokenHash, Instant now) {
        Optional<SessionStore.SessionRow> found = store.find(tokenHash, now);
        Instant latest = now.plus(TOUCH_EVERY);
        if (found.filter(row -> row.seenAt().isAfter(latest) || row.createdAt().isAfter(latest))
                .isPresent()) {
            store.bringBack(found.get().id(), now, now.plus(limits.lifetime()));
            found = store.find(tokenHash, now);
        }
        return found.filter(row -> rows.isAlive(row, now));
    }
}
