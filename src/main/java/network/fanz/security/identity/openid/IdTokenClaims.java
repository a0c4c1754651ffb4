package network.fanz.security.identity.openid;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.identity.access.AccountAuthentication;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.SignInProof;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes a session's proof as claims of an identity token, and reads it back. The claims are ids and times, no personal data. */
final class IdTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** The factors that were given, in this program's words (the claim's name is from RFC 8176). */
    private static final String FACTORS = "amr";

    private static final String SIGNED_IN_AT = "auth_time";
    private static final String FRESH_AT = "fresh_at";
    private static final String SUBJECT = "sub";
    static final String SINGLE_SIGN_ON = "single_sign_on";

    @Override
    public void customize(JwtEncodingContext context) {
        boolean identityToken =
                OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        if (identityToken && context.getPrincipal() instanceof AccountAuthentication account) {
            SignInProof proof = account.proof();
            context.getClaims()
                    .claim(
                            FACTORS,
                            proof.factors().stream()
                                    .map(Factor::apiName)
                                    .sorted()
                                    .toList())
                    .claim(SIGNED_IN_AT, proof.signedInAt().getEpochSecond())
                    .claim(FRESH_AT, proof.freshAt().getEpochSecond())
                    .claim(SINGLE_SIGN_ON, proof.singleSignOn().toString());
        }
    }

    /** @param device null if the browser names none */
    static SignInProof proof(OidcUser user, String platform, @Nullable String device) {
        return new SignInProof(
                AccountId.of(text(user, SUBJECT)),
                factors(Objects.requireNonNull(user.getClaimAsStringList(FACTORS))),
                time(user, SIGNED_IN_AT),
                time(user, FRESH_AT),
                UUID.fromString(text(user, SINGLE_SIGN_ON)),
                platform,
                device);
    }

    private static Instant time(OidcUser user, String claim) {
        return Objects.requireNonNull(user.getClaimAsInstant(claim), claim);
    }

    private static String text(OidcUser user, String claim) {
        return Objects.requireNonNull(user.getClaimAsString(claim), claim);
    }

    private static Set<Factor> factors(List<String> names) {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        names.forEach(name -> factors.add(Factor.valueOf(name.toUpperCase(Locale.ROOT))));
        return factors;
    }
}
