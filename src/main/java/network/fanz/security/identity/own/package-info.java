/** What of an account its owner may have as a file: everything that can be read, and of secrets only that there are some. */
@NullMarked
package network.fanz.security.identity.own;

import org.jspecify.annotations.NullMarked;
