/** The pages of the sign-in host: accounts, factors, sessions. Each calls the facade that the API calls too. */
@NullMarked
package network.fanz.web.auth;

import org.jspecify.annotations.NullMarked;
