/**
 * A provider of identity checks that runs inside this program, in the profile {@code local} alone: its API, its page and its signed
 * messages go over real HTTP like any vendor's. Whoever tries it says what it finds.
 */
@NullMarked
package network.fanz.content.compliance.sandbox;

import org.jspecify.annotations.NullMarked;
