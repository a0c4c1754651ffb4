/** One-time codes of authenticator apps: the arithmetic, the secret's forms, and the picture that an app scans. */
@NullMarked
package network.fanz.security.identity.totp;

import org.jspecify.annotations.NullMarked;
