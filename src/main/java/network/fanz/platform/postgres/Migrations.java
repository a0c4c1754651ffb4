package network.fanz.platform.postgres;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings every module's schema up to date: one folder and one schema a module, in the order in which modules build on each other. */
public final class Migrations {
    /** The modules that have tables; a test holds this list against the folders and the modules. */
    public static final List<String> MODULES = List.of(
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "platform.idempotency",
            "platform.mail",
            "security.audit",
            "security.ratelimit",
            "finance.ledger",
            "security.identity",
            "security.fraud",
            "finance.payments",
            "content.catalogue",
            "security.monitoring",
            "insight.analytics");

    private Migrations() {}

    /** @param programRole the role that the migrations grant the program's rights to */
    public static void run(DataSource owner, String programRole) {
        for (String module : MODULES) {
            String schema = module.substring(module.lastIndexOf('.') + 1);
            String folder = "db/migration/" + module.replace('.', '/');
            if (Migrations.class.getClassLoader().getResource(folder) == null) {
                continue;
            }
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:" + folder)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(true)
                    .placeholders(Map.of("program", programRole))
                    .load()
                    .migrate();
        }
    }
}
