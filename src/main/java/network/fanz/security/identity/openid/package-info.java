/** One sign-in for all brands: the sign-in host is an OpenID provider, and the brands' hosts are its clients. */
@NullMarked
package network.fanz.security.identity.openid;

import org.jspecify.annotations.NullMarked;
