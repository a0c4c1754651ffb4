package network.fanz.security.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
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
import java.util.List;
import java.util.UUID;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The key that signs what the provider says, made at the first need and shared by all nodes: ES256 (RFC 7518, 3.4), sealed in the table. */
final class SigningKeys implements JWKSource<SecurityContext> {
    private static final String PURPOSE = "identity.signing-key";

    private final ProviderStore store;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable JWKSet keys;

    SigningKeys(ProviderStore store, Vault vault, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    private JWKSet keys() {
        JWKSet known = keys;
        if (known == null) {
            if (store.keys().isEmpty()) {
                make();
            }
            known = new JWKSet(store.keys().stream().map(this::opened).toList());
            keys = known;
        }
        return known;
    }

    private void make() {
        try {
            String id = UUID.randomUUID().toString();
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            byte[] sealed = vault.sealSecret(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8));
            transaction.executeWithoutResult(status -> store.addFirstKey(id, sealed, clock.instant()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWK opened(byte[] sealed) {
        try {
            return JWK.parse(new String(vault.openSecret(PURPOSE, sealed), StandardCharsets.UTF_8));
        } catch (ParseException broken) {
            throw new IllegalStateException("A signing key in the table is no key", broken);
        }
    }
}
