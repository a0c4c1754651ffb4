/**
 * Mail to people, by SMTP or into a mailbox page.
 *
 * <p>Invariants: an outside provider is never used by a sample or a local program unless it is configured; the mailbox exists only in
 * the profile {@code local}; a mail whose transaction committed is sent at least once, and one whose transaction failed never; what a
 * letter says and whom it is for lies in the table as ciphertext only, and stands in no log.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.vault", "platform.jobs"})
@NullMarked
package network.fanz.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
