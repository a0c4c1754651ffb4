package network.fanz.security.audit;

import java.nio.file.Path;
import network.fanz.platform.postgres.AttachedPostgres;

/** The command {@code ./fanz audit verify}. */
public final class VerifyAuditCommand {
    private VerifyAuditCommand() {}

    /** @param arguments the data folder; ends with status 1 if the chain is broken or cannot be read */
    public static void main(String[] arguments) {
        try (AttachedPostgres server = AttachedPostgres.of(Path.of(arguments[0]))) {
            AuditVerification found = AuditVerification.of(server.asProgram());
            if (found.good()) {
                System.out.println(
                        "The audit log is whole: " + found.entries() + " entries, head " + found.head() + ".");
                return;
            }
            System.err.println("The audit log is broken at entry " + found.firstBad() + ": " + found.why() + ".");
        } catch (RuntimeException failed) {
            System.err.println(failed.getMessage());
        }
        System.exit(1);
    }
}
