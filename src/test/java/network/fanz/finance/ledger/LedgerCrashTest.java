package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.postgres.Migrations;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills PostgreSQL and the program under load, and holds every answer that somebody got against the books. */
@Tag("database")
@Tag("crash")
class LedgerCrashTest {
    private static final int SERVER_KILLS = 10;
    private static final int PROGRAM_KILLS = 10;
    private static final int FEW = 16;
    private static final Pattern ANSWER = Pattern.compile("([0-9a-f-]{36}) ([0-9]+ [0-9]+)");
    private static final int MANY = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicReference<EmbeddedPostgres> server = new AtomicReference<>();
    private final Map<UUID, String> answers = new ConcurrentHashMap<>();

    @Test
    void nothingAcknowledgedIsLostWhenTheServerOrTheProgramIsKilled() throws Exception {
        Path folder = TestFolders.forPostgres("crash-ledger");
        try (DataFolder data = DataFolder.open(folder)) {
            server.set(EmbeddedPostgres.start(data));
            Migrations.run(source("fanz_owner"), "fanz_app");
            killTheServer(data);
            killTheProgram(folder.resolve("answers"));
            verifyEverything();
            server.get().close();
        } finally {
            TestFolders.delete(folder);
        }
    }

    private void killTheServer(DataFolder data) throws InterruptedException {
        try (Ledger ledger = LedgerCrashLoad.ledger(LedgerFixture.pool(new CurrentServerSource()))) {
            LedgerCrashLoad load = new LedgerCrashLoad(ledger, MANY);
            load.start((id, outcome) -> answers.put(id, LedgerCrashLoad.encoded(outcome)));
            for (int kill = 0; kill < SERVER_KILLS; kill++) {
                int before = answers.size();
                await().atMost(PATIENCE).until(() -> answers.size() > before + 50);
                Thread.sleep(ThreadLocalRandom.current().nextInt(300));
                killAll(server.get().processId().orElseThrow());
                server.set(EmbeddedPostgres.start(data));
                reconcile();
            }
            load.stop();
            reconcile();
        }
    }

    private void killTheProgram(Path notes) throws IOException, InterruptedException {
        for (int kill = 0; kill < PROGRAM_KILLS; kill++) {
            long before = size(notes);
            Process program = program(notes, kill % 2 == 0 ? FEW : MANY);
            await().atMost(PATIENCE).until(() -> size(notes) > before + 2_000);
            Thread.sleep(ThreadLocalRandom.current().nextInt(300));
            program.destroyForcibly().waitFor();
            read(notes);
            reconcile();
        }
    }

    private Process program(Path notes, int callers) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerCrashLoad.class.getName(),
                        server.get().url(),
                        "fanz_app",
                        server.get().programPassword(),
                        notes.toString(),
                        Integer.toString(callers))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Every answer is in the books as it was given; the books may hold more. */
    private void reconcile() {
        Map<UUID, String> given = new HashMap<>(answers);
        Map<UUID, String> kept = new HashMap<>();
        JdbcClient.create(source("fanz_app"))
                .sql("select id, reason, coalesce(first_seq, 0) as seq from ledger.posting")
                .query(row -> {
                    kept.put(row.getObject("id", UUID.class), row.getInt("reason") + " " + row.getLong("seq"));
                });
        assertThat(kept).containsAllEntriesOf(given);
    }

    private void verifyEverything() {
        try (Ledger ledger = LedgerCrashLoad.ledger(source("fanz_app"))) {
            LedgerVerification verification = ledger.verify();
            assertThat(verification.findings()).isEmpty();
            assertThat(ledger.trialBalance()).allMatch(TrialBalance::balanced);
            System.out.println("ledger crashes: " + SERVER_KILLS + " of the server and " + PROGRAM_KILLS
                    + " of the program, " + answers.size() + " answers found again, " + verification.blocks()
                    + " blocks sound");
        }
    }

    /** A kill may tear the line that is being written: what has no end is no answer, and neither is what the next program joined to it. */
    private void read(Path notes) throws IOException {
        String text = Files.readString(notes);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            Matcher answer = ANSWER.matcher(line);
            if (answer.matches()) {
                answers.put(UUID.fromString(answer.group(1)), answer.group(2));
            }
        }
    }

    private static long size(Path notes) throws IOException {
        return Files.exists(notes) ? Files.size(notes) : 0;
    }

    /** All at once, as a power cut would; the children first, so that none cleans up. */
    private static void killAll(long first) {
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE)
                .until(() -> !postmaster.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private DataSource source(String role) {
        String password = role.equals("fanz_owner")
                ? server.get().ownerPassword()
                : server.get().programPassword();
        return new DriverManagerDataSource(server.get().url(), role, password);
    }

    /** Wherever the server is now: after a crash it comes back on another port. */
    private final class CurrentServerSource extends AbstractDataSource {
        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            return source("fanz_app").getConnection();
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException();
        }
    }
}
