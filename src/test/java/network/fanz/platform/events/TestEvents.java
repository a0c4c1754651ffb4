package network.fanz.platform.events;

import java.time.Clock;
import javax.sql.DataSource;

/** The real event log on a test's database, without subscriptions. */
public final class TestEvents {
    private TestEvents() {}

    public static Events on(DataSource source, Clock clock) {
        return new Events(source, clock);
    }
}
