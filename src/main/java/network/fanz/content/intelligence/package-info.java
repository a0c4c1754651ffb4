/**
 * What software can tell of a picture by itself: its hashes.
 *
 * <p>Invariants: nothing is decoded before its header was read and found within the limits; what cannot be read or hashed says so, and is
 * never taken for clean; no file is written and no picture is kept.
 */
@ApplicationModule(allowedDependencies = {"common", "content.media"})
@NullMarked
package network.fanz.content.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
