package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import network.fanz.security.identity.access.RequestSession;
import network.fanz.security.identity.openid.IdTokenHint;
import network.fanz.security.identity.openid.IdTokenHintReader;
import network.fanz.security.identity.sessions.SignInProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs out at the sign-in host at the request of one of its clients (OpenID Connect RP-Initiated Logout 1.0). Any web page can send a
 * browser here. So the sign-in ends without a question only if the request shows a token that we signed for this very sign-in; otherwise
 * the user is asked.
 */
@Component
public class ClientSignOut {
    private final SignIn signIn;
    private final IdTokenHintReader idTokenHints;

    ClientSignOut(SignIn signIn, IdTokenHintReader idTokenHintReader) {
        this.signIn = signIn;
        this.idTokenHints = idTokenHintReader;
    }

    /**
     * @param signedOut whether the browser is signed out now; if not, the user must be asked
     * @param redirectUri where the client wants the browser to go afterwards; null if the client did not say
     */
    public record ClientSignOutResult(
            boolean signedOut, @Nullable String redirectUri) {}

    /**
     * Signs out everywhere at once if the hint belongs to the browser's own sign-in, or the browser is not signed in. Otherwise nothing
     * happens yet.
     *
     * @throws SignOutRefused if the client is unknown, is another than the hint's, or has not registered the redirect address
     */
    public ClientSignOutResult begin(HttpServletRequest request, SignOutRequest signOut) {
        Optional<IdTokenHint> idTokenHint =
                Optional.ofNullable(signOut.idTokenHint()).flatMap(idTokenHints::read);
        String address = address(signOut, client(signOut, idTokenHint));
        boolean signedOut = RequestSession.proof(request)
                .map(SignInProof::singleSignOn)
                .map(own -> idTokenHint
                        .filter(shown -> shown.singleSignOn().equals(own))
                        .isPresent())
                .orElse(true);
        if (signedOut) {
            signIn.signOut(request);
        }
        return new ClientSignOutResult(signedOut, address);
    }

    /**
     * Signs out everywhere after the user has agreed on a page of ours.
     *
     * @return where the browser is to go; null if the client did not say
     * @throws SignOutRefused as {@link #begin} does
     */
    public @Nullable String confirm(HttpServletRequest request, SignOutRequest signOut) {
        String address = address(signOut, client(signOut, Optional.empty()));
        signIn.signOut(request);
        return address;
    }

    private @Nullable String client(SignOutRequest signOut, Optional<IdTokenHint> idTokenHint) {
        String clientId = signOut.clientId();
        if (clientId != null && !idTokenHints.isClient(clientId)) {
            throw new SignOutRefused("client_id", "There is no such client.");
        }
        String shown = idTokenHint.map(IdTokenHint::client).orElse(clientId);
        if (clientId != null && !clientId.equals(shown)) {
            throw new SignOutRefused("client_id", "The token was made for another client.");
        }
        return shown;
    }

    private @Nullable String address(SignOutRequest signOut, @Nullable String client) {
        String address = signOut.redirectUri();
        if (address == null) {
            return null;
        }
        if (client == null || !idTokenHints.isRegisteredRedirect(client, address)) {
            throw new SignOutRefused("post_logout_redirect_uri", "This URL is not registered for the client.");
        }
        String state = signOut.state();
        return state == null ? address : address + "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }
}
