package network.fanz.security.audit;

import java.nio.file.Path;
import network.fanz.platform.postgres.AttachedPostgres;

/** The command {@code ./fanz audit verify}. */
public final class VerifyAuditCommand {
    private VerifyAuditCommand() {}

    /**
     * Exits with status 1 if the chain is broken or cannot be read.
     *
     * @param arguments the data folder
     */
    public static void main(String[] arguments) {
        try (AttachedPostgres server = AttachedPostgres.of(Path.of(arguments[0]))) {
            AuditVerification verification = AuditVerification.of(server.asProgram());
            if (verification.good()) {
                System.out.println("The audit log is whole: " + verification.entries() + " entries, head "
                        + verification.head() + ".");
                return;
            }
            System.err.println(
                    "The audit log is broken at entry " + verification.firstBad() + ": " + verification.why() + ".");
        } catch (RuntimeException failed) {
            System.err.println(failed.getMessage());
        }
        System.exit(1);
    }
}
