/** Checks of creators' identity: their states, the questions to the provider, and what follows. */
@NullMarked
package network.fanz.content.compliance.verification;

import org.jspecify.annotations.NullMarked;
