/** One sign-in for all brands: the sign-in host as an OpenID provider, and the brands' hosts as its clients. */
@NullMarked
package network.fanz.security.identity.openid;

import org.jspecify.annotations.NullMarked;
