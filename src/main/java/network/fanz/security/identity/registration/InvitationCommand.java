package network.fanz.security.identity.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import network.fanz.common.Ids;
import network.fanz.common.Role;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.PostgresSettings;
import network.fanz.platform.settings.Settings;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code ./fanz invitation}: an administrator's invitation for whoever has the machine, for an installation whose
 * administrators can no longer sign in. It needs the database's password, and so no way leads to it over the network.
 */
public final class InvitationCommand {
    private static final int PORT = 8080;

    private InvitationCommand() {}

    /**
     * Exits with status 1 if a setting is wrong or the database cannot be reached.
     *
     * @param arguments the data folder, and settings as the program takes them
     */
    public static void main(String[] arguments) {
        try {
            ConfigurableEnvironment settings = settings(Arrays.copyOfRange(arguments, 1, arguments.length));
            Settings.check(settings);
            PostgresSettings postgres = bound(settings, "fanz.postgres", PostgresSettings.class);
            String url = postgres.url();
            if (url != null && !url.equalsIgnoreCase("embedded")) {
                issue(outside(url, postgres), settings);
            } else {
                try (AttachedPostgres server = AttachedPostgres.of(Path.of(arguments[0]))) {
                    issue(server.asProgram(), settings);
                }
            }
        } catch (RuntimeException failed) {
            System.err.println(AttachedPostgres.why(failed));
            System.exit(1);
        }
    }

    private static void issue(DataSource database, ConfigurableEnvironment settings) {
        IdentitySettings identity = bound(settings, "fanz.identity", IdentitySettings.class);
        Clock clock = Clock.systemUTC();
        String token = issue(database, identity.invitationLife(), clock);
        System.out.println("Open this link to make an administrator's account. It works once, until "
                + clock.instant().plus(identity.invitationLife()) + ":");
        System.out.println(hosts(settings, identity).baseUrl(PublicHosts.SIGN_IN) + "/invitation?token=" + token);
        if (isGuess(settings, identity)) {
            System.out.println(
                    "The port " + PORT
                            + " in it is a guess, for none was named: if the program listens on another, put that in its place. --port names it.");
        }
    }

    /** Nothing in the data folder says on which port the program that runs on it listens. */
    static boolean isGuess(Environment settings, IdentitySettings identity) {
        return identity.publicPort() == null && !settings.containsProperty("server.port");
    }

    /** Ends the invitations that this command, or a start, has written before; returns the new one's token. */
    static String issue(DataSource database, Duration life, Clock clock) {
        InvitationStore invitations = new InvitationStore(JdbcClient.create(database));
        Audit audit = Audit.of(database, clock);
        UUID id = Ids.next(clock);
        String token = OpaqueTokens.generate();
        Instant now = clock.instant();
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
            invitations.endOwn(now);
            invitations.add(
                    InvitationStore.InvitationRow.of(id, Role.ADMINISTRATOR, null, now, now.plus(life)),
                    OpaqueTokens.hash(token));
            audit.record(AuditAction.of("identity.invite_on_machine", null, "invitation:" + id)
                    .with("role", Role.ADMINISTRATOR.name()));
        });
        return token;
    }

    private static ConfigurableEnvironment settings(String[] arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static <T> T bound(ConfigurableEnvironment settings, String prefix, Class<T> type) {
        return Binder.get(settings).bindOrCreate(prefix, type);
    }

    private static DataSource outside(String url, PostgresSettings postgres) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                url,
                postgres.programName(),
                Objects.requireNonNullElse(postgres.programPassword(), ""));
    }

    private static PublicHosts hosts(ConfigurableEnvironment settings, IdentitySettings identity) {
        Integer seen = identity.publicPort();
        int port = seen != null ? seen : settings.getProperty("server.port", Integer.class, PORT);
        return new PublicHosts(
                settings.getProperty("fanz.web.parent-domain", "fanz.localhost"), identity.publicScheme(), () -> port);
    }
}
