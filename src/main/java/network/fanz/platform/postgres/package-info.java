/**
 * The database: PostgreSQL inside the program, or an outside one by settings, and the migrations of every module.
 *
 * <p>Invariants: fsync and checksums are on and no setting turns them off; the program's own role owns no table and can neither update
 * nor delete history; one data folder belongs to one running program.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.files", "platform.health"})
@NullMarked
package network.fanz.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
