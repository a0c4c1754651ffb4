/** A forgotten password: a link by mail, which nobody can use to learn who has an account. */
@NullMarked
package network.fanz.security.identity.reset;

import org.jspecify.annotations.NullMarked;
