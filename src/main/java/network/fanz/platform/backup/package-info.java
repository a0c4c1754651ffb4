/**
 * The commands that keep an installation safe: a copy of its database, a copy of its keys, and both brought back.
 *
 * <p>Invariants: a backup of the database holds no key; keys are written only where the operator names a folder of their own; nothing is
 * ever overwritten; a copied sample is a sample.
 */
@ApplicationModule(
        allowedDependencies = {"common", "platform.files", "platform.health", "platform.postgres", "platform.vault"})
@NullMarked
package network.fanz.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
