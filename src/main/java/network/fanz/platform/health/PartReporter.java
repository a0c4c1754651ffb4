package network.fanz.platform.health;

import java.util.List;

/** A part that says how it is; the page of health shows all, and {@code /actuator/health} says the same. */
public interface PartReporter {
    /** Asks nobody but the database, and says so if that does not answer. */
    List<PartReport> reports();
}
