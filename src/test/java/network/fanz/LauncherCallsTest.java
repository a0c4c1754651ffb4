package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.fanz.testing.DocumentedCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./fanz} hands on and what it prints: a copy of the script, with tools that only say what they are asked. */
class LauncherCallsTest {
    private static final String MAIN = "network.fanz.platform.backup.BackupCommand";

    @TempDir
    private Path home;

    @BeforeEach
    void prepare() throws IOException {
        for (String folder :
                List.of("jdk/bin", "tools", ".mvn", "src/main", "src/build", "islands", "models", "target")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.copy(Path.of("fanz"), home.resolve("fanz"));
        script("jdk/bin/javac", "");
        script(
                "jdk/bin/java",
                "case \"$*\" in *extract*) for last; do :; done; mkdir -p \"$last\" ;; *) echo \"$*\" ;; esac");
        script("tools/mvn", "");
        script("tools/npm", "");
        script("tools/node", "echo v24.0.0");
    }

    @Test
    void theKeysLieInTheDataFolder() throws Exception {
        assertThat(asked("", "backup", "/copy", "--data", "/data")).endsWith(MAIN + " backup /copy /data /data/keys");
        assertThat(asked("", "restore", "/copy", "--data", "/data")).endsWith(MAIN + " restore /copy /data /data/keys");
    }

    @Test
    void theSettingSaysWhereElse() throws Exception {
        String setting = "--fanz.vault.folder=/safe/keys of=ours";
        assertThat(asked("", "backup", setting, "/copy", "--data", "/data"))
                .endsWith(MAIN + " backup /copy /data /safe/keys of=ours");
        assertThat(asked("", "restore", "/copy", "--data", "/data", setting))
                .endsWith(MAIN + " restore /copy /data /safe/keys of=ours");
    }

    @Test
    void aRelativeFolderIsBelowThePlaceOfTheCall() throws Exception {
        Path here = home.toRealPath();
        assertThat(asked("", "backup", "copy", "--data", "/data", "--fanz.vault.folder=keys"))
                .endsWith(MAIN + " backup " + here + "/copy /data " + here + "/keys");
    }

    @Test
    void theEnvironmentSaysItTooAndTheSettingIsStronger() throws Exception {
        assertThat(asked("/env", "backup", "/copy", "--data", "/data")).endsWith(" /copy /data /env");
        assertThat(asked("/env", "backup", "/copy", "--data", "/data", "--fanz.vault.folder=/set"))
                .endsWith(" /copy /data /set");
    }

    @Test
    void theCopyOfTheKeysIsAnotherFolder() throws Exception {
        assertThat(asked("", "backup", "/copy", "--data", "/data", "--keys", "/away", "--fanz.vault.folder=/set"))
                .endsWith(" /copy /data /set /away");
    }

    @Test
    void anEmptyFolderIsRefused() throws Exception {
        assertThat(asked("", "backup", "/copy", "--data", "/data", "--fanz.vault.folder="))
                .endsWith("backup does not know --fanz.vault.folder=; see ./fanz help");
    }

    @Test
    void theCountOfTheTestsStandsAloneOnTheLastLine() throws Exception {
        script("tools/shellcheck", "");
        script("tools/mvn", """
                mkdir -p target/surefire-reports
                echo '<testsuite name="A" tests="5" errors="0" skipped="1" failures="1">' >target/surefire-reports/TEST-A.xml
                printf 'a notice of some library that ends without a line break'""");
        assertThat(asked("", "check")).isEqualTo("3 passed, 1 failed, 1 skipped");
    }

    @Test
    void aBenchGetsItsOwnOptions() throws Exception {
        Files.createDirectories(home.resolve("bench/much"));
        Files.writeString(home.resolve("bench/much/README.md"), "| `--buyers` | 5000 | how many |\n");
        script("tools/mvn", "mkdir -p target; echo >target/test-classpath");
        assertThat(asked("", "bench", "much", "--buyers", "7", "--json", "/out"))
                .endsWith("network.fanz.bench.MuchBench --json /out --buyers 7");
        assertThat(asked("", "bench", "much", "--sellers", "7")).contains("bench much does not know --sellers");
        assertThat(asked("", "bench", "much", "--buyers")).contains("--buyers needs a value");
    }

    /** A folder for a test is closed to others, as /root is: the user that PostgreSQL drops to could not reach a data folder in it. */
    @Test
    void everyCommandLooksForTheDataWhereRootsPostgresCanReachThem() throws Exception {
        String data = "root".equals(System.getProperty("user.name")) ? "/var/lib/fanz" : home.toRealPath() + "/data";
        assertThat(asked("", "up")).contains("--fanz.data.folder=" + data + " ");
        assertThat(asked("", "audit", "verify")).endsWith("VerifyAuditCommand " + data);
    }

    @Test
    void theAuditOfAnOutsideDatabaseIsVerified() throws Exception {
        String url = "--fanz.postgres.url=jdbc:postgresql://db/fanz";
        assertThat(asked("", "audit", "verify", "--data", "/data", url))
                .endsWith("network.fanz.security.audit.VerifyAuditCommand /data " + url);
    }

    @Test
    void theLedgerIsVerifiedTheSameWay() throws Exception {
        String url = "--fanz.postgres.url=jdbc:postgresql://db/fanz";
        assertThat(asked("", "ledger", "verify", "--data", "/data", url))
                .endsWith("network.fanz.finance.ledger.VerifyLedgerCommand /data " + url);
    }

    @Test
    void aBackupOfAnOutsideDatabaseNamesWhatDoesIt() throws Exception {
        assertThat(asked("", "backup", "/copy", "--data", "/data", "--fanz.postgres.url=jdbc:postgresql://db/fanz"))
                .contains("outside PostgreSQL", "pg_basebackup")
                .doesNotContain(MAIN);
        assertThat(asked("", "backup", "/copy", "--data", "/data", "--fanz.postgres.url=embedded"))
                .endsWith(MAIN + " backup /copy /data /data/keys");
    }

    @Test
    void anInvitationGetsTheDataFolderAndTheSettingsOfItsLink() throws Exception {
        assertThat(asked("", "invitation", "--fanz.web.parent-domain=example.net", "--data", "/data"))
                .endsWith("network.fanz.security.identity.registration.InvitationCommand /data"
                        + " --fanz.web.parent-domain=example.net");
        assertThat(asked("", "invitation", "--what")).endsWith("invitation does not know --what; see ./fanz help");
    }

    /** Who starts the built program without the launcher gives the JDK what the launcher gives it. */
    @Test
    void theDocumentNamesTheLaunchersOptions() throws Exception {
        List<String> documented =
                DocumentedCommands.words(new DocumentedCommands(Path.of("docs", "operations.md")).block("java -XX"));
        assertThat(documented.get(1)).isEqualTo("-XX:AOTCache=target/program/fanz.aot");
        String options = String.join(" ", documented.subList(2, documented.indexOf("-jar")));
        assertThat(options).contains("MaxRAMPercentage");
        assertThat(asked("", "up")).contains("/target/program/fanz.aot " + options + " -jar ");
    }

    @Test
    void theTestsThatAreLeftOutAreNamed() throws Exception {
        Path test = Files.createDirectories(home.resolve("src/test/java"));
        Files.writeString(test.resolve("BehindProxyTest.java"), "@Tag(\"proxy\")\n");
        Files.writeString(test.resolve("PageTest.java"), "@Tag(\"browser\")\n");
        script("tools/shellcheck", "");
        String launcher = Files.readString(home.resolve("fanz"));
        Files.writeString(
                home.resolve("fanz"), launcher.replace("! find_browser", "true").replace("! find_proxy", "true"));
        assertThat(asked("", "test"))
                .endsWith("left out for want of Chromium: PageTest; left out for want of nginx: BehindProxyTest");
    }

    /** The last line that the script or its Java says. */
    private String asked(String environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./fanz"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toRealPath().toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("PATH", home.resolve("tools") + ":" + System.getenv("PATH"));
        builder.environment().put("FANZ_VAULT_FOLDER", environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text.lines().reduce("", (before, line) -> line);
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
