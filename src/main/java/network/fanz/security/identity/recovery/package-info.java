/** Lost second factors: how two administrators take one away after a wait. */
@NullMarked
package network.fanz.security.identity.recovery;

import org.jspecify.annotations.NullMarked;
