/** What a provider of checks of identity must offer; each vendor has a sub-package of its own beside this one. */
@NullMarked
package network.fanz.content.compliance.spi;

import org.jspecify.annotations.NullMarked;
