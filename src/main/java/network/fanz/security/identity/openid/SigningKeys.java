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
 * The keys that sign what the provider says, shared by all nodes and taking turns: ES256 (RFC 7518, 3.4), sealed in the table. The first is
 * made at the first start; each later one by {@link #rotate}, and published before its turn comes.
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
            KeyRotation turns) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.rotation = turns;
    }

    /** The table as this node saw it last. */
    private record CachedKeyRing(KeyRing ring, Instant at) {}

    /** All that are published; which of them signs, {@link #signing} says. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(ring().published(clock.instant())));
    }

    /** After everything was put together, and so after it was seen that the vault holds the right keys. */
    @Override
    public void afterSingletonsInstantiated() {
        signing();
    }

    /** Throws unless the keys can be read and opened now, as a node that starts would have to, and one of them signs. */
    void requireSigningKey() {
        if (read().signing(clock.instant()).isEmpty()) {
            throw new IllegalStateException("There is no signing key");
        }
    }

    /** The key whose turn it is. */
    JWK signing() {
        return ring().signing(clock.instant()).orElseThrow();
    }

    /** Makes the next key if its time has come, and removes those that nobody needs any more. Nodes do it one after the other. */
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
     * Withdraws every key at once, also those whose turn is to come, and signs with a new one from now on: what a stolen key signed or
     * would sign is good for nobody any more. Identity tokens are good for half an hour, so at most the sign-ins of that time begin anew.
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

    /** A key is published long before it signs, so a node that looks every minute never misses one. */
    private KeyRing ring() {
        CachedKeyRing last = cached;
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.at().plus(KeyRotation.REFRESH_EVERY))) {
            last = new CachedKeyRing(read(), now);
            if (last.ring().keys().isEmpty()) {
                rotate();
                last = new CachedKeyRing(read(), now);
            }
            cached = last;
        }
        return last.ring();
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
