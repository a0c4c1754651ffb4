package network.fanz.security.identity.openid;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What a brand may fetch with a code. Grants are stored in a table, so that any node serves any step. A code can be used once, on whatever
 * node.
 */
final class AuthorizationGrants implements OAuth2AuthorizationService {
    private static final String PURPOSE = "identity.authorization-grant";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxbytes=262144;maxdepth=40;java.base/*;org.springframework.security.**;network.fanz.**;!*");

    private final OpenIdStore store;
    private final Vault vault;
    private final Clock clock;

    AuthorizationGrants(OpenIdStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** A grant is saved once after its code was used. If two nodes get the same code at the same moment, the save fails on one node. */
    @Override
    public void save(OAuth2Authorization grant) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = grant.getToken(OAuth2AuthorizationCode.class);
        Instant until = clock.instant().plus(LIFE);
        if (code != null && !code.isInvalidated()) {
            store.save(grant.getId(), OpaqueTokens.hash(code.getToken().getTokenValue()), seal(grant), until);
        } else if (!store.saveUsed(grant.getId(), seal(grant), until)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        store.delete(grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.find(id).flatMap(this::open).orElse(null);
    }

    /** Looks up codes only: a brand needs nothing but the identity token that it gets for a code. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null || !type.getValue().equals(OAuth2ParameterNames.CODE)) {
            return null;
        }
        return store.findByCode(OpaqueTokens.hash(token), clock.instant())
                .flatMap(this::open)
                .orElse(null);
    }

    private byte[] seal(OAuth2Authorization grant) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(grant);
            objects.flush();
            return vault.sealSecret(PURPOSE, bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Empty if another version of the program wrote the grant: the sign-in, which is valid for minutes only, then begins again. */
    private Optional<OAuth2Authorization> open(byte[] sealed) {
        try (ObjectInputStream objects =
                new ObjectInputStream(new ByteArrayInputStream(vault.openSecret(PURPOSE, sealed)))) {
            objects.setObjectInputFilter(FILTER);
            return Optional.of((OAuth2Authorization) objects.readObject());
        } catch (ClassNotFoundException | InvalidClassException anotherVersion) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
