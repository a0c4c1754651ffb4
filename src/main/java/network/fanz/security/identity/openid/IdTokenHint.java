package network.fanz.security.identity.openid;

import java.util.UUID;

/**
 * What an identity token that we signed says of the sign-in that it came from.
 *
 * @param client whom it was made for
 * @param singleSignOn the sign-in
 */
public record IdTokenHint(String client, UUID singleSignOn) {}
