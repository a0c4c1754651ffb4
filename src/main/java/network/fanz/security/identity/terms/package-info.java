/** Terms of use: versions that never change, and who has accepted them. Whether an account owes an acceptance is read with its session. */
@NullMarked
package network.fanz.security.identity.terms;

import org.jspecify.annotations.NullMarked;
