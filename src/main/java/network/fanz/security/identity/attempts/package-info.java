/** Attempts to prove who one is: how many failed, from where, and who is told. */
@NullMarked
package network.fanz.security.identity.attempts;

import org.jspecify.annotations.NullMarked;
