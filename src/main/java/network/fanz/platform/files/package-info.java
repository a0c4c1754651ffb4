/**
 * Files and folders that outlive a power cut.
 *
 * <p>Invariants: what is written here is on disk when the call returns, the file's name included; only its owner may read it.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
