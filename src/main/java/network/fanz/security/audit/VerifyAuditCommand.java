package network.fanz.security.audit;

import java.nio.file.Path;
import java.util.Objects;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.PostgresSettings;
import network.fanz.platform.settings.Settings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
            AuditVerification verification = verification(Path.of(arguments[0]), outside(arguments));
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

    private static AuditVerification verification(Path data, PostgresSettings outside) {
        if (outside.isOutside()) {
            return AuditVerification.of(new DriverManagerDataSource(
                    String.valueOf(outside.url()),
                    outside.programName(),
                    Objects.requireNonNullElse(outside.programPassword(), "")));
        }
        try (AttachedPostgres server = AttachedPostgres.of(data)) {
            return AuditVerification.of(server.asProgram());
        }
    }

    private static PostgresSettings outside(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        Settings.check(environment);
        return Binder.get(environment).bindOrCreate("fanz.postgres", PostgresSettings.class);
    }
}
