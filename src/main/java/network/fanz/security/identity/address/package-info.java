/** Another email address for an account: it counts once both mailboxes have confirmed it. */
@NullMarked
package network.fanz.security.identity.address;

import org.jspecify.annotations.NullMarked;
