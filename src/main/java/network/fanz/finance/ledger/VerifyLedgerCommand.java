package network.fanz.finance.ledger;

import java.nio.file.Path;
import network.fanz.finance.ledger.queries.LedgerQueries;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.PostgresSettings;
import network.fanz.platform.settings.CommandSettings;

/** The command {@code ./fanz ledger verify}. */
public final class VerifyLedgerCommand {
    private VerifyLedgerCommand() {}

    /**
     * Exits with status 1 if something is not as it was written and has no known cause, or if the books cannot be read.
     *
     * @param arguments the data folder, then settings of an outside PostgreSQL, which may as well stand in the environment
     */
    public static void main(String[] arguments) {
        try {
            LedgerVerification verification = verification(arguments);
            if (verification.sound()) {
                System.out.println(said(verification));
                return;
            }
            System.err.println(said(verification));
        } catch (RuntimeException failed) {
            System.err.println(AttachedPostgres.why(failed));
        }
        System.exit(1);
    }

    static LedgerVerification verification(String[] arguments) {
        return AttachedPostgres.read(
                CommandSettings.read(arguments, "fanz.postgres", PostgresSettings.class),
                Path.of(arguments[0]),
                source -> new LedgerQueries(source, 1).verify());
    }

    /** What was read, and a line for each finding. */
    static String said(LedgerVerification verification) {
        String read = verification.blocks() + " blocks, " + verification.transfers() + " transfers";
        int known = verification.acknowledged().size();
        String causes = known == 0 ? "" : "; findings with a known cause: " + known;
        return verification.sound()
                ? "The books are whole: " + read + causes + "."
                : "The books are not what was written (" + read + causes + "):\n"
                        + String.join("\n", verification.findings());
    }
}
