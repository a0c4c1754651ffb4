/**
 * What software can tell of a work by itself: a picture's hashes, and signals of pictures, words and files.
 *
 * <p>Invariants: nothing is decoded before its header was read and found within the limits; what cannot be read or hashed says so, and is
 * never taken for clean; no picture is kept; a signal names the model that gave it, and clears nothing; where a model is missing or fails,
 * the work is held.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.files",
            "platform.postgres",
            "platform.health",
            "security.ratelimit",
            "content.media",
            "content.catalogue"
        })
@NullMarked
package network.fanz.content.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
