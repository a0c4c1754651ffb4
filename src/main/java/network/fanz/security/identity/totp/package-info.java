/** One-time codes of authenticator apps: their arithmetic, the forms of the secret, and the QR code that an app scans. */
@NullMarked
package network.fanz.security.identity.totp;

import org.jspecify.annotations.NullMarked;
