package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import network.fanz.common.Sha256;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings every module's schema up to date: one folder and one schema a module, in the order in which modules build on each other. */
public final class Migrations {
    /** The modules that have tables; a test holds this list against the folders and the modules. */
    public static final List<String> MODULES = List.of(
            "platform.postgres",
            "platform.vault",
            "platform.clock",
            "platform.events",
            "platform.jobs",
            "platform.idempotency",
            "platform.mail",
            "platform.objects",
            "security.audit",
            "security.ratelimit",
            "finance.ledger",
            "security.identity",
            "security.fraud",
            "finance.payments",
            "content.catalogue",
            "content.audience",
            "content.introductions",
            "content.media",
            "content.compliance",
            "content.intelligence",
            "content.moderation",
            "finance.letters",
            "security.monitoring",
            "insight.analytics");

    private static final String FILES = "classpath:db/migration/**/*.sql";

    private Migrations() {}

    /**
     * Runs what has not run yet, and nothing at all where the database carries the mark of exactly these migrations.
     *
     * @param programRole the role that the migrations grant the program's rights to
     */
    public static void run(DataSource owner, String programRole) {
        try {
            MigrationDigestStore migrated = new MigrationDigestStore(owner);
            String digest = digest(programRole);
            if (!migrated.has(digest)) {
                MODULES.forEach(module -> migrate(owner, module, programRole));
                migrated.set(digest);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "The database cannot be brought up to date: " + failed.getMessage(), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void migrate(DataSource owner, String module, String programRole) {
        String schema = module.substring(module.lastIndexOf('.') + 1);
        String folder = "db/migration/" + module.replace('.', '/');
        if (Migrations.class.getClassLoader().getResource(folder) == null) {
            return;
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

    /** SHA-256 over the role, and every migration's name and text. */
    private static String digest(String programRole) throws IOException {
        Map<String, byte[]> texts = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            texts.put(file.getURI().toString().replaceFirst("^.*/db/migration/", ""), file.getContentAsByteArray());
        }
        MessageDigest digest = Sha256.newDigest();
        digest.update(programRole.getBytes(StandardCharsets.UTF_8));
        texts.forEach((name, text) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
