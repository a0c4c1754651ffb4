package network.fanz.security.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a client of the sign-in host sends with the browser when its user signs out (OpenID Connect RP-Initiated Logout 1.0, 2).
 *
 * @param idTokenHint an identity token that the client got for this user earlier; it may have expired
 * @param clientId the client's id
 * @param redirectUri where the browser is to go afterwards: exactly one of the addresses that are registered for the client
 * @param state returned unchanged with the browser
 */
public record SignOutRequest(
        @Nullable String idTokenHint,
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable String state) {
    /** A token must not appear in a log. */
    @Override
    public String toString() {
        return "SignOutRequest[" + clientId + "]";
    }
}
