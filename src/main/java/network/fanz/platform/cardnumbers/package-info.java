/**
 * Keeps card numbers out: a request that carries one is refused before anything can read, store or log it.
 *
 * <p>Invariants: the vendor's own card page is the one exception, and a provider's signed message, of which no number is stored;
 * the number of an identity document may look like a card's, in its one field;
 * typed amounts, ids, times and infrastructure's headers are never taken for a card, by their kind and not by chance.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.platform.cardnumbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
