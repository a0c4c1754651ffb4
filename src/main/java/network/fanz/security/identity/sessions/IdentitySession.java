package network.fanz.security.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One session while a request uses it. The servlet layer's id of it is the client's token. */
public final class IdentitySession implements Session {
    /** The attribute of an {@code HttpSession} from which its public id is read. */
    public static final String ID_ATTRIBUTE = "identity.session";

    /** The attribute of a request that has signed in, by which its session's public id is told to the filters around. */
    public static final String SIGNED_IN = "identity.signed-in";

    private final UUID id;
    private final Instant createdAt;
    private final Instant seenAt;
    private final Duration idle;

    private final Map<String, Object> attributes;
    private final @Nullable SessionAccount account;

    private String token;
    private boolean isNew;
    private @Nullable SignInProof proof;
    private boolean tokenChanged;
    private boolean proofChanged;
    private boolean attributesChanged;

    private IdentitySession(
            UUID id,
            String token,
            Instant createdAt,
            Instant seenAt,
            Duration idle,
            boolean isNew,
            @Nullable SignInProof signInProof,
            @Nullable SessionAccount sessionAccount,
            Map<String, Object> attributes) {
        this.id = id;
        this.token = token;
        this.createdAt = createdAt;
        this.seenAt = seenAt;
        this.idle = idle;
        this.isNew = isNew;
        this.proof = signInProof;
        this.account = sessionAccount;
        this.attributes = new HashMap<>(attributes);
    }

    static IdentitySession create(UUID id, Instant now, Duration idle) {
        return new IdentitySession(id, OpaqueTokens.generate(), now, now, idle, true, null, null, Map.of());
    }

    static IdentitySession restore(
            UUID id,
            String token,
            Instant createdAt,
            Instant seenAt,
            Duration idle,
            @Nullable SignInProof proof,
            @Nullable SessionAccount sessionAccount,
            Map<String, Object> attributes) {
        return new IdentitySession(id, token, createdAt, seenAt, idle, false, proof, sessionAccount, attributes);
    }

    /** The public id, by which the owner may list and revoke the session. */
    UUID id() {
        return id;
    }

    boolean isNew() {
        return isNew;
    }

    boolean tokenChanged() {
        return tokenChanged;
    }

    boolean proofChanged() {
        return proofChanged;
    }

    boolean attributesChanged() {
        return attributesChanged;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    @Nullable SignInProof proof() {
        return proof;
    }

    Instant seenAt() {
        return seenAt;
    }

    void markSaved() {
        isNew = false;
        tokenChanged = false;
        proofChanged = false;
        attributesChanged = false;
    }

    @Override
    public String getId() {
        return token;
    }

    @Override
    public String changeSessionId() {
        token = OpaqueTokens.generate();
        tokenChanged = true;
        return token;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        return switch (name) {
            case SignInProof.ATTRIBUTE -> (T) proof;
            case SessionAccount.ATTRIBUTE -> (T) account;
            case ID_ATTRIBUTE -> (T) id;
            default -> (T) attributes.get(name);
        };
    }

    @Override
    public Set<String> getAttributeNames() {
        return new HashSet<>(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (name.equals(SignInProof.ATTRIBUTE)) {
            proof = (SignInProof) value;
            proofChanged = true;
        } else if (name.equals(SessionAccount.ATTRIBUTE) || name.equals(ID_ATTRIBUTE)) {
            throw new IllegalArgumentException(name + " is only read");
        } else if (value == null) {
            attributesChanged |= attributes.remove(name) != null;
        } else {
            attributes.put(name, value);
            attributesChanged = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    /** The servlet layer passes the system's time; the program's clock decides instead, when the session is saved. */
    @Override
    public void setLastAccessedTime(Instant ignored) {}

    @Override
    public Instant getLastAccessedTime() {
        return seenAt;
    }

    /** The session's account decides how long the session lasts; a caller cannot extend it. */
    @Override
    public void setMaxInactiveInterval(Duration ignored) {}

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    /** The repository never returns an expired session. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
