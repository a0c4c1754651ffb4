package network.fanz.security.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign identity tokens, shared by all nodes and rotated: ES256 (RFC 7518, 3.4), sealed in the table. The first key is made at
 * the first start. {@link #rotate} makes each later key, and publishes it before it signs.
 */
final class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {
    private static final String PURPOSE = "identity.signing-key";

    private final OpenIdStore store;
    private final Vault vault;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final KeyRotation rotation;
    private volatile @Nullable CachedKeyRing cached;

    SigningKeys(
            OpenIdStore store,
            Vault vault,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            KeyRotation keyRotation) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.rotation = keyRotation;
    }

    /** The table as this node last read it. */
    private record CachedKeyRing(KeyRing ring, Instant at) {}

    /** All published keys; {@link #signing} gives the key that signs. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(ring().published(clock.instant())));
    }

    /** Runs after all singletons exist, so the vault's keys are already verified. */
    @Override
    public void afterSingletonsInstantiated() {
        signing();
    }

    /** Throws an exception unless the keys can be read and opened now, as a starting node must, and one of them signs. */
    void requireSigningKey() {
        if (read().signing(clock.instant()).isEmpty()) {
            throw new IllegalStateException("There is no signing key");
        }
    }

    /** The key that signs now. */
    JWK signing() {
        return ring().signing(clock.instant()).orElseThrow();
    }

    /** Makes the next key if it is due, and removes expired keys. A lock lets only one node do it at a time. */
    void rotate() {
        transaction.executeWithoutResult(status -> {
            store.lockKeys();
            KeyRing ring = read();
            Instant now = clock.instant();
            ring.nextSignsFrom(now).ifPresent(from -> make(now, from));
            ring.expired(now).forEach(this::remove);
        });
        cached = null;
    }

    /**
     * Withdraws every key at once, future keys too, and signs with a new key from now on: tokens of a stolen key become invalid everywhere.
     * Identity tokens are valid for half an hour, so at most the sign-ins of that time must begin again.
     */
    void replace(AccountId by) {
        transaction.executeWithoutResult(status -> {
            store.lockKeys();
            read().keys().forEach(key -> remove(key.jwk().getKeyID()));
            Instant now = clock.instant();
            make(now, now);
            audit.record(AuditAction.of("identity.replace_signing_keys", by, "signing-keys"));
        });
        cached = null;
    }

    /** A key is published long before it signs, so a node that refreshes every minute never misses one. */
    private KeyRing ring() {
        CachedKeyRing current = cached;
        Instant now = clock.instant();
        if (current == null || Duration.between(current.at(), now).abs().compareTo(KeyRotation.REFRESH_EVERY) >= 0) {
            current = new CachedKeyRing(read(), now);
            if (current.ring().keys().isEmpty()) {
                rotate();
                current = new CachedKeyRing(read(), now);
            }
            cached = current;
        }
        return current.ring();
    }

    private KeyRing read() {
        return new KeyRing(
                store.keys().stream()
                        .map(row -> new KeyRing.SigningKey(opened(row.key()), row.signsFrom()))
                        .toList(),
                rotation);
    }

    private void make(Instant now, Instant from) {
        try {
            String id = UUID.randomUUID().toString();
            JWK key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            byte[] sealed = vault.sealSecret(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8));
            store.addKey(id, sealed, now, from);
            audit.record(AuditAction.of("identity.make_signing_key", null, "signing-key:" + id)
                    .with("signsFrom", from.toString()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void remove(String id) {
        store.deleteKey(id);
        audit.record(AuditAction.of("identity.remove_signing_key", null, "signing-key:" + id));
    }

    private JWK opened(byte[] sealed) {
        try {
            return JWK.parse(new String(vault.openSecret(PURPOSE, sealed), StandardCharsets.UTF_8));
        } catch (ParseException broken) {
            throw new IllegalStateException("A signing key in the table is no key", broken);
        }
    }
}
