/** What an account's owner says of themselves: the public name, which others see, and the language in which we write to them. */
@NullMarked
package network.fanz.security.identity.profile;

import org.jspecify.annotations.NullMarked;
