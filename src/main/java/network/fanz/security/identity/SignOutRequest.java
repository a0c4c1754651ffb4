package network.fanz.security.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a client of the sign-in host sends along with the browser when its user signs out (OpenID Connect RP-Initiated Logout 1.0, 2).
 *
 * @param idTokenHint an identity token that the client once got for this user; it may have run out
 * @param clientId which client it is
 * @param redirectUri where the browser is to go afterwards: one of the addresses registered for the client, to the letter
 * @param state handed back with the browser as it came
 */
public record SignOutRequest(
        @Nullable String idTokenHint,
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable String state) {
    /** A token stands in no log. */
    @Override
    public String toString() {
        return "SignOutRequest[" + clientId + "]";
    }
}
