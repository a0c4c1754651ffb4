/** Attempts to prove an identity: how many failed, from which address, and who is told. */
@NullMarked
package network.fanz.security.identity.attempts;

import org.jspecify.annotations.NullMarked;
