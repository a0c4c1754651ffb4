package network.fanz.security.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import network.fanz.common.RedactedFailure;
import network.fanz.security.identity.access.ForgeryTokens;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.identity.access.SignInRedirects;
import network.fanz.security.identity.sessions.DeviceNames;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Makes a session of the brand's host from the provider's identity token, and redirects the browser to the page that it wanted. */
final class BrandSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BrandSignIn.class);

    private final IdentitySessionRepository sessions;
    private final SignInRedirects pages;
    private final PublicHosts hosts;

    BrandSignIn(IdentitySessionRepository sessions, SignInRedirects pages, PublicHosts hosts) {
        this.sessions = sessions;
        this.pages = pages;
        this.hosts = hosts;
    }

    /** If the user signed out at the sign-in host while the browser was on its way, the user stays signed out. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SignInProof proof = IdTokenClaims.proof(
                (OidcUser) Objects.requireNonNull(authentication.getPrincipal()),
                hosts.label(request),
                DeviceNames.fromUserAgent(request.getHeader("User-Agent")));
        if (!sessions.isSingleSignOnAlive(proof.singleSignOn())) {
            throw new SignInInterrupted();
        }
        String returnPath = pages.takeReturnPath(request, "/");
        request.getSession().setAttribute(SignInProof.ATTRIBUTE, proof);
        request.changeSessionId();
        ForgeryTokens.renew(request);
        response.sendRedirect(returnPath);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
        // What the failure says may be a stranger's words.
        LOG.warn("A sign-in of {} was interrupted: {}", hosts.label(request), RedactedFailure.describe(failed));
        throw new SignInInterrupted();
    }
}
