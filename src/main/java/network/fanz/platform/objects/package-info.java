/**
 * Bytes that are too many for a row: what people upload, and what is made of it. Each object is encrypted under a key of its subject and lies
 * under the SHA-256 of what is stored.
 *
 * <p>Invariants: what is kept outlives a power cut; an object whose row was never committed is nobody's and goes; nothing is read that was
 * changed or belongs to another subject.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.files",
            "platform.health",
            "platform.jobs",
            "platform.settings",
            "platform.vault"
        })
@NullMarked
package network.fanz.platform.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
