/**
 * A payment vendor that runs inside this program, in the profile {@code local} alone: its API, its card page and its signed messages go
 * over real HTTP like any vendor's. It keeps no card number: a number is turned into what it stands for before anything is stored.
 */
@NullMarked
package network.fanz.finance.payments.sandbox;

import org.jspecify.annotations.NullMarked;
