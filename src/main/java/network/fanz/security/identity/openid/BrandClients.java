package network.fanz.security.identity.openid;

import java.time.Duration;
import java.util.HexFormat;
import network.fanz.common.Brand;
import network.fanz.common.ServerAddress;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The brands as the provider's clients, for both sides of OpenID Connect. They are confidential, and prove possession of the code (RFC
 * 7636). They ask for no consent, because they are the operator's own. A brand's secret is derived from the installation's master key: all
 * nodes know it, and none stores it.
 */
final class BrandClients implements RegisteredClientRepository, ClientRegistrationRepository {
    private static final String SCOPE = "openid";
    private static final String SUBJECT = "sub";
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final PublicHosts hosts;
    private final ServerAddress server;
    private final Vault vault;

    BrandClients(PublicHosts hosts, ServerAddress server, Vault vault) {
        this.hosts = hosts;
        this.server = server;
        this.vault = vault;
    }

    /** The brands are the only clients, so nothing is saved. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("The brands are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String brand) {
        if (!isBrand(brand)) {
            return null;
        }
        return RegisteredClient.withId(brand)
                .clientId(brand)
                .clientSecret(secret(brand))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect(brand))
                .postLogoutRedirectUri(hosts.baseUrl(brand) + "/")
                .scope(SCOPE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(CODE_LIFE)
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String brand) {
        if (!isBrand(brand)) {
            return null;
        }
        String provider = hosts.baseUrl(PublicHosts.SIGN_IN);
        return ClientRegistration.withRegistrationId(brand)
                .clientId(brand)
                .clientSecret(secret(brand))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect(brand))
                .scope(SCOPE)
                .issuerUri(provider)
                .authorizationUri(provider + "/oauth2/authorize")
                .tokenUri(server.of("/oauth2/token").toString())
                .jwkSetUri(server.of("/oauth2/jwks").toString())
                .userNameAttributeName(SUBJECT)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private static boolean isBrand(String label) {
        return Brand.labelled(label).filter(Brand::isFront).isPresent();
    }

    private String redirect(String brand) {
        return hosts.baseUrl(brand) + "/login/oauth2/code/" + brand;
    }

    private String secret(String brand) {
        return HexFormat.of().formatHex(vault.keyedHash("identity.client_secret", brand));
    }
}
