/**
 * A made-up network with three months behind it, for people who want to look around: made through the public API by a clock that runs
 * from then to now.
 *
 * <p>Invariants: only in an empty data folder, which is a sample for ever after; the clock only goes forward; nothing of a sample leaves
 * the machine; the same program, asked on the same day, makes the same sample, or none and says why.
 *
 * <p>The same, given the day on which it is made: names, email addresses, dates of birth, countries; who pays whom, for what, how much,
 * in which minute and how it ends; risk scores and their reasons; alerts, their evidence and what was done about them; executive figures
 * and the trial balance. Not the same, on purpose: ids, which hold chance and time; secrets, keys, tokens, and what is hashed with them
 * (addresses, the audit log's and the blocks' chains); seconds, and in which block a posting lies, for the clock ticks while things are
 * done.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "platform.mail",
            "platform.settings",
            "security.identity",
            "tools.walkthrough"
        })
@NullMarked
package network.fanz.tools.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
