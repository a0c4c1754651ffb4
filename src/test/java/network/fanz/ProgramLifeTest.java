package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as a process of its own, with its own PostgreSQL: how it starts, stops and survives. */
@Tag("crash")
class ProgramLifeTest {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final int KILLS = 3;

    private final Path root = TestFolders.forPostgres("life");
    private final Path data = root.resolve("data");
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void tidyUp() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
        TestFolders.delete(root);
    }

    @Test
    void startsAgainAfterAKillAtAnyMomentAndStopsCleanlyWhenAsked() throws Exception {
        long seed = System.nanoTime();
        System.out.println("kills at moments of seed " + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start("--server.port=0");
            process.waitFor(500 + random.nextInt(9_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        Process process = start("--server.port=0");
        int port = portWhenReady(process);
        assertThat(readiness(port)).contains("UP");
        Process second = start("--server.port=0");
        assertThat(second.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(said(second)).contains("already runs on the data folder").doesNotContain("\tat ");
        assertThat(readiness(port)).contains("UP");
        comesBackAfterAKillOfItsPostgres(port);
        process = freesKeysOfWhatWasUnderWayAtAKill(process);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("fanz.run")).doesNotExist();
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgres.log"))).endsWith("database system is shut down\n");
    }

    private void comesBackAfterAKillOfItsPostgres(int port) throws Exception {
        Path note = data.resolve("postgres").resolve("postmaster.pid");
        for (int kill = 0; kill < 2; kill++) {
            String killed = Files.readAllLines(note).getFirst();
            ProcessHandle.of(Long.parseLong(killed.strip())).orElseThrow().destroyForcibly();
            await().until(() ->
                    Files.exists(note) && !Files.readAllLines(note).getFirst().equals(killed));
            await().until(() -> readiness(port).contains("\"UP\""));
        }
    }

    /** A request that waits in the database when the program is killed, as its row tells. */
    private Process freesKeysOfWhatWasUnderWayAtAKill(Process process) throws Exception {
        String run = Files.readAllLines(data.resolve("fanz.run")).getFirst();
        try (AttachedPostgres postgres = AttachedPostgres.of(data)) {
            JdbcClient.create(postgres.asProgram()).sql("""
                    insert into idempotency.request (id, asked, runner, run, lease_until, expires_at)
                    select gen_random_uuid(), decode(repeat('00', 32), 'hex'), gen_random_uuid(), ?::uuid,
                      now() + interval '1 hour', now() + interval '1 day'""").param(run).update();
        }
        process.destroyForcibly().waitFor();
        Process next = start("--server.port=0");
        portWhenReady(next);
        try (AttachedPostgres postgres = AttachedPostgres.of(data)) {
            assertThat(JdbcClient.create(postgres.asProgram())
                            .sql("select lease_until <= now() from idempotency.request where run = ?::uuid")
                            .param(run)
                            .query(Boolean.class)
                            .list())
                    .containsExactly(true);
        }
        return next;
    }

    @Test
    void namesASettingThatDoesNotExist() throws Exception {
        Process process = start("--fanz.ledger.lanse=3");
        assertThat(process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said(process))
                .contains("There is no setting fanz.ledger.lanse. Did you mean fanz.ledger.lanes?")
                .doesNotContain("\tat ");
        assertThat(data).doesNotExist();
    }

    @Test
    void saysInOneLineWhyItDoesNotStart() throws Exception {
        Path file = Files.createFile(root.resolve("file"));
        Path used = Files.createDirectories(root.resolve("used"));
        Files.createFile(used.resolve("something"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "--server.port=" + taken.getLocalPort();
            assertThat(refusal(data, port)).contains("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be had");
        }
        assertThat(refusal(data, "--server.address=0.0.0.0")).contains("listens on loopback only");
        assertThat(data).doesNotExist();
        assertThat(refusal(data, "--fanz.jobs.poll=soon"))
                .contains("fanz.jobs.poll is soon, but must be from 10ms to 5s.");
        assertThat(refusal(data, "--fanz.http.trusted-proxies=10.0.0.0/33"))
                .contains("fanz.http.trusted-proxies", "/33");
        assertThat(refusal(data, "--fanz.payments.provider=nosuch"))
                .contains("fanz.payments.provider is nosuch", "There is: sandbox.");
        assertThat(refusal(data, "--fanz.vault.folder=" + file.resolve("keys")))
                .contains("fanz.vault.folder stands for", "keys, which cannot be used");
        assertThat(refusal(data, "--fanz.postgres.url=jdbc:postgresql://127.0.0.1:1/fanz"))
                .contains("PostgreSQL cannot be reached");
        assertThat(refusal(file, "--server.port=0")).contains("there is a file of that name");
        assertThat(refusal(used, "--fanz.sample.make=true")).contains("A sample is made only in an empty data folder");
    }

    @Test
    void makesASampleAndIsOneForEver() throws Exception {
        Process process = start("--server.port=0", "--fanz.sample.make=true", "--fanz.sample.days=2");
        int port = portWhenReady(process);
        assertThat(said(process))
                .contains(
                        "The sample is made.",
                        "This is a sample.",
                        "  Administrator ",
                        "  Creator ",
                        "  Fan ",
                        "/mailbox");
        assertThat(readiness(port)).contains("UP");
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refusal(data, "--fanz.mail.smtp.host=mail.example.org"))
                .contains("nothing of a sample leaves this machine");
        Process again = start("--server.port=0", "--fanz.sample.make=true");
        assertThat(readiness(portWhenReady(again))).contains("UP");
        assertThat(said(again)).contains("This is a sample.", "  Fan ").doesNotContain("The sample is made.");
        again.destroy();
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private String refusal(Path folder, String setting) throws Exception {
        Process process = start(folder, setting);
        assertThat(process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        String said = said(process);
        // On a busy machine a pool says that it closes slowly.
        assertThat(said.lines().filter(line -> !line.contains(" c.z.h.pool.HikariPool ")))
                .as(said)
                .hasSize(1);
        return said;
    }

    private Process start(String... settings) throws IOException {
        return start(data, settings);
    }

    private Process start(Path folder, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds, which the second compiler would spend on it.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Fanz.class.getName(),
                "--spring.profiles.active=local",
                "--fanz.data.folder=" + folder));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("said-" + started.size()).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(Process process) throws IOException {
        // It may be in the middle of a letter.
        byte[] bytes = Files.readAllBytes(root.resolve("said-" + started.indexOf(process)));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int portWhenReady(Process process) throws Exception {
        long until = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            String said = said(process);
            if (said.contains("Ctrl-C stops everything")) {
                return Integer.parseInt(said.replaceFirst("(?s).*?http://tube[^:]*:(\\d+).*", "$1"));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not ready: " + said(process));
    }

    private static String readiness(int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
