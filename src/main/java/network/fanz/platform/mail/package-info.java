/**
 * Mail to people, by SMTP or into a mailbox page.
 *
 * <p>Invariants: an outside provider is never used by a sample or a local program unless it is configured; a mail is sent at least once.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.vault", "platform.jobs"})
@NullMarked
package network.fanz.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
