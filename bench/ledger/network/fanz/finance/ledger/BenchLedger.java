package network.fanz.finance.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import network.fanz.platform.events.TestEvents;
import network.fanz.platform.settings.Defaults;

/** The program's own ledger with its own defaults and the real event log, without the rest of the program. */
public final class BenchLedger {
    private BenchLedger() {}

    public static Ledger on(DataSource source) {
        Clock clock = Clock.systemUTC();
        return new Ledger(source, clock, TestEvents.on(source, clock), Defaults.of(LedgerSettings.class));
    }
}
