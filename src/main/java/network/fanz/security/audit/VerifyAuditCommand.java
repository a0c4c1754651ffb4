package network.fanz.security.audit;

import java.nio.file.Path;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.PostgresSettings;
import network.fanz.platform.settings.CommandSettings;

/** The command {@code ./fanz audit verify}. */
public final class VerifyAuditCommand {
    private VerifyAuditCommand() {}

    /**
     * Exits with status 1 if the chain is broken or cannot be read.
     *
     * @param arguments the data folder, then settings of an outside PostgreSQL, which may as well stand in the environment
     */
    public static void main(String[] arguments) {
        try {
            AuditVerification verification = AttachedPostgres.read(
                    CommandSettings.read(arguments, "fanz.postgres", PostgresSettings.class),
                    Path.of(arguments[0]),
                    AuditVerification::of);
            if (verification.good()) {
                System.out.println("The audit log is whole: " + verification.entries() + " entries, head "
                        + verification.head() + ".");
                return;
            }
            System.err.println(
                    "The audit log is broken at entry " + verification.firstBad() + ": " + verification.why() + ".");
        } catch (RuntimeException failed) {
            System.err.println(AttachedPostgres.why(failed));
        }
        System.exit(1);
    }
}
