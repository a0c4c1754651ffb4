/** How an account begins: registration, confirmation of an email address, and the first administrator's invitation. */
@NullMarked
package network.fanz.security.identity.registration;

import org.jspecify.annotations.NullMarked;
