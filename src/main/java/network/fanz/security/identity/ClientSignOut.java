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
 * Signing out at the sign-in host because one of its clients asks for it (OpenID Connect RP-Initiated Logout 1.0). Any page of the web can
 * send a browser here, so only a token that we signed for this very sign-in ends it without a word; else the user is asked.
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
     * @param signedOut whether the browser is signed out now; if not, its user is to be asked
     * @param redirectUri where the client wants the browser to go then; null if it did not say
     */
    public record ClientSignOutResult(
            boolean signedOut, @Nullable String redirectUri) {}

    /**
     * Signs out everywhere at once if the hint belongs to the browser's own sign-in, or nobody is signed in; else nothing happens yet.
     *
     * @throws SignOutRefused if the client is none of ours, is not the hint's, or may not send the browser to the address
     */
    public ClientSignOutResult begin(HttpServletRequest request, SignOutRequest asked) {
        Optional<IdTokenHint> hint = Optional.ofNullable(asked.idTokenHint()).flatMap(idTokenHints::read);
        String address = address(asked, client(asked, hint));
        boolean done = RequestSession.proof(request)
                .map(SignInProof::singleSignOn)
                .map(own ->
                        hint.filter(shown -> shown.singleSignOn().equals(own)).isPresent())
                .orElse(true);
        if (done) {
            signIn.signOut(request);
        }
        return new ClientSignOutResult(done, address);
    }

    /**
     * Signs out everywhere once the user, being asked, has said yes on a page of ours.
     *
     * @return where the browser is to go; null if the client did not say
     * @throws SignOutRefused as {@link #begin} does
     */
    public @Nullable String confirm(HttpServletRequest request, SignOutRequest asked) {
        String address = address(asked, client(asked, Optional.empty()));
        signIn.signOut(request);
        return address;
    }

    private @Nullable String client(SignOutRequest asked, Optional<IdTokenHint> hint) {
        String named = asked.clientId();
        if (named != null && !idTokenHints.isClient(named)) {
            throw new SignOutRefused("client_id", "There is no such client.");
        }
        String shown = hint.map(IdTokenHint::client).orElse(named);
        if (named != null && !named.equals(shown)) {
            throw new SignOutRefused("client_id", "The token was made for another client.");
        }
        return shown;
    }

    private @Nullable String address(SignOutRequest asked, @Nullable String client) {
        String address = asked.redirectUri();
        if (address == null) {
            return null;
        }
        if (client == null || !idTokenHints.isRegisteredRedirect(client, address)) {
            throw new SignOutRefused("post_logout_redirect_uri", "This address is not registered for the client.");
        }
        String state = asked.state();
        return state == null ? address : address + "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }
}
