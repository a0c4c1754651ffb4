/** What an account's owner says of themselves to others: the public name. */
@NullMarked
package network.fanz.security.identity.profile;

import org.jspecify.annotations.NullMarked;
