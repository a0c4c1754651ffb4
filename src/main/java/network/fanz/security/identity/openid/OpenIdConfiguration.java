package network.fanz.security.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import network.fanz.common.Role;
import network.fanz.common.ServerAddress;
import network.fanz.common.Steady;
import network.fanz.platform.health.ReadinessCheck;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.access.FilterChainDefaults;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.identity.access.RequestSession;
import network.fanz.security.identity.access.SessionSecurityContextRepository;
import network.fanz.security.identity.access.SignInRedirects;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInProof;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;

/** The provider's endpoints on the sign-in host. */
@Configuration(proxyBeanMethods = false)
class OpenIdConfiguration {
    private static final String DASHBOARD = "dash";

    @Bean
    OpenIdStore openIdStore(JdbcClient jdbc) {
        return new OpenIdStore(jdbc);
    }

    @Bean
    SigningKeys signingKeys(
            OpenIdStore store,
            Vault vault,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock,
            KeyRotation rotation) {
        return new SigningKeys(store, vault, audit, transaction, clock, rotation);
    }

    /** One of the published keys signs. */
    @Bean
    JwtEncoder identityTokenEncoder(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(published -> keys.signing());
        return encoder;
    }

    @Bean
    Job signingKeyRotation(SigningKeys keys) {
        return new Job("identity.signing-keys", KeyRotation.REFRESH_EVERY, keys::rotate);
    }

    @Bean
    HealthIndicator identityHealthIndicator(SigningKeys keys) {
        return new ReadinessCheck("identity", keys::requireSigningKey);
    }

    @Bean
    BrandClients brandClients(PublicHosts hosts, Environment environment, Vault vault) {
        return new BrandClients(hosts, new ServerAddress(environment), vault);
    }

    @Bean
    AuthorizationGrants authorizationGrants(OpenIdStore store, Vault vault, @Steady Clock clock) {
        return new AuthorizationGrants(store, vault, clock);
    }

    @Bean
    IdTokenHintReader idTokenHintReader(SigningKeys keys, BrandClients brandClients, PublicHosts hosts) {
        return new IdTokenHintReader(keys, brandClients, hosts);
    }

    @Bean
    IdTokenClaims idTokenClaims() {
        return new IdTokenClaims();
    }

    /** Without a fixed issuer the library takes it from the request, whose address {@link IssuerAddressFilter} sets. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .oidcLogoutEndpoint(FilterChainDefaults.CLIENT_SIGN_OUT_PATH)
                .build();
    }

    @Bean
    BrandSignIn brandSignIn(IdentitySessionRepository sessions, SignInRedirects redirects, PublicHosts hosts) {
        return new BrandSignIn(sessions, redirects, hosts);
    }

    @Bean
    Job grantSweep(OpenIdStore store, @Steady Clock clock) {
        return new Job("identity.grant-sweep", Duration.ofMinutes(1), () -> store.deleteExpired(clock.instant()));
    }

    /** Only a session with all its factors gets a code; for FanzDash that always means two factors, and an account of the staff. */
    @Bean
    @Order(10)
    SecurityFilterChain provider(HttpSecurity http, PublicHosts hosts, SignInRedirects redirects) throws Exception {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        RequestMatcher endpoints = server.getEndpointsMatcher();
        FilterChainDefaults.apply(http);
        // Sign-out is a page of ours: it asks the user in cases where Spring's own endpoint would refuse.
        return http.securityMatcher(
                        request -> !FilterChainDefaults.isClientSignOut(request) && endpoints.matches(request))
                .securityContext(context -> context.securityContextRepository(
                        new SessionSecurityContextRepository(OpenIdConfiguration::isSufficient)))
                .with(
                        server,
                        provider -> provider.oidc(Customizer.withDefaults())
                                .clientAuthentication(
                                        clients -> clients.authenticationProviders(OpenIdConfiguration::compareOnly)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(endpoints))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(problems -> problems.authenticationEntryPoint(new ProviderRefusals(redirects)))
                .addFilterBefore(new IssuerAddressFilter(hosts), SecurityContextHolderFilter.class)
                .build();
    }

    /** A brand accepts only the algorithm with which the provider signs. */
    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens() {
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(brand -> SignatureAlgorithm.ES256);
        return decoders;
    }

    /** Where a brand sends the browser to sign in, and where the browser comes back. */
    @Bean
    @Order(20)
    SecurityFilterChain brandSignInChain(HttpSecurity http, BrandClients brandClients, BrandSignIn signIn)
            throws Exception {
        FilterChainDefaults.apply(http);
        return http.securityMatcher(isOf(brandClients))
                .oauth2Login(login -> login.clientRegistrationRepository(brandClients)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .successHandler(signIn)
                        .failureHandler(signIn))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }

    /** A name that is no brand's leads nowhere: the library would call it a fault of ours. */
    private static RequestMatcher isOf(BrandClients brandClients) {
        RequestMatcher paths = new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorization/{brand}"),
                PathPatternRequestMatcher.withDefaults().matcher("/login/oauth2/code/{brand}"));
        return request -> {
            String brand = paths.matcher(request).getVariables().get("brand");
            return brand != null && brandClients.findByRegistrationId(brand) != null;
        };
    }

    /** The provider needs no list of sessions: our sessions are in their own table. */
    @Bean
    SessionRegistry noSessionRegistry() {
        return new NoSessionRegistry();
    }

    private static void compareOnly(List<AuthenticationProvider> providers) {
        providers.stream()
                .filter(ClientSecretAuthenticationProvider.class::isInstance)
                .map(ClientSecretAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setPasswordEncoder(new BrandSecretEncoder()));
    }

    private static boolean isSufficient(HttpServletRequest request) {
        return RequestSession.isComplete(request)
                && (!isForDashboard(request)
                        || (isStaff(request)
                                && RequestSession.proof(request)
                                        .map(SignInProof::secondFactor)
                                        .orElse(false)));
    }

    /** Whether somebody who is signed in, and is no staff, asks for a code of FanzDash. */
    static boolean isGuestAtDashboard(HttpServletRequest request) {
        return isForDashboard(request) && RequestSession.account(request).isPresent() && !isStaff(request);
    }

    private static boolean isForDashboard(HttpServletRequest request) {
        return DASHBOARD.equals(request.getParameter(OAuth2ParameterNames.CLIENT_ID));
    }

    private static boolean isStaff(HttpServletRequest request) {
        return RequestSession.account(request)
                .map(signedIn -> signedIn.roles().stream().anyMatch(Role::isStaff))
                .orElse(false);
    }
}
