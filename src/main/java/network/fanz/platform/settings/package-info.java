/**
 * The settings of the program: which there are, what each may be, what became of earlier ones, and what they are in this run.
 *
 * <p>Invariants: a setting that does not exist, that is gone or that lies outside its range stops the start before anything else is
 * done, and a sentence names it; every number, size and duration has a range; the value of a secret leaves its record to no page and no
 * log.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
