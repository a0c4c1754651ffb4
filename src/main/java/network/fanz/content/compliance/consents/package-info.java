/** Who is in a work and has agreed to it: what creators say, what performers sign and take back, and what follows for the work. */
@NullMarked
package network.fanz.content.compliance.consents;

import org.jspecify.annotations.NullMarked;
