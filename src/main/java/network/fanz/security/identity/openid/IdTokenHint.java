package network.fanz.security.identity.openid;

import java.util.UUID;

/**
 * What an identity token that we signed says of its sign-in.
 *
 * @param client the client that it was made for
 * @param singleSignOn the sign-in
 */
public record IdTokenHint(String client, UUID singleSignOn) {}
