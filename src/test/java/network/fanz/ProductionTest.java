package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import network.fanz.platform.mail.SmtpServer;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.testing.DocumentedCommands;
import network.fanz.testing.FirstWalk;
import network.fanz.testing.TestCertificate;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The built program as docs/operations.md starts it: two nodes outside the profile local, each on an address of its own, on a PostgreSQL
 * that somebody else looks after, behind nginx that ends TLS. Command, variables, roles and the proxy's configuration are taken from the
 * document; only addresses, ports, folders and passwords are this machine's.
 */
@Tag("production")
@Tag("proxy")
class ProductionTest {
    private static final DocumentedCommands DOCUMENT = new DocumentedCommands(Path.of("docs", "operations.md"));
    private static final Path PROGRAM = Path.of("target", "program").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration WALK_MAX = Duration.ofMinutes(3);
    private static final String DOMAIN = "example.net";
    private static final String PROXY = "127.0.0.4";
    private static final List<String> NODES = List.of("127.0.0.5", "127.0.0.6");

    private final Path root = TestFolders.forPostgres("production");
    private final int proxyPort = freePort();
    private final int nodePort = freePort();
    private final String url = "https://" + DOMAIN + ":" + proxyPort;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void tidyUp() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroyForcibly();
            process.waitFor();
        }
        TestFolders.delete(root);
    }

    @Test
    void twoNodesBehindAProxyServeWhoeverComesAsTheDocumentSays() throws Exception {
        assertThat(PROGRAM.resolve("fanz.jar")).as("built by ./fanz test").exists();
        try (DataFolder folder = DataFolder.open(root.resolve("outside"));
                EmbeddedPostgres outside = EmbeddedPostgres.start(folder);
                SmtpServer mail = new SmtpServer()) {
            makeRoles(outside);
            Process first = readyNode(NODES.getFirst(), outside, mail);
            Process second = readyNode(NODES.getLast(), outside, mail);
            TestCertificate certificate = TestCertificate.of(DOMAIN, root);
            Process proxy = proxy(certificate);
            assertThat(walk(certificate))
                    .contains("live events: id:")
                    .containsPattern("flow 1 registration: \\d+ checks passed")
                    .containsPattern("flow 6 monitoring: \\d+ checks passed")
                    .containsPattern("flow 7 executive data: \\d+ checks passed")
                    .contains("no-payment-provider");
            assertThat(said("node-" + NODES.getFirst()))
                    .contains("Registration: It is closed", "Payments: Nobody can pay");
            assertThat(mail.letters()).anyMatch(letter -> letter.contains("https://auth." + DOMAIN));
            assertThat(said("asked"))
                    .contains(NODES.getFirst() + ":" + nodePort + "\n", NODES.getLast() + ":" + nodePort + "\n");
            first.destroyForcibly().waitFor();
            for (int i = 0; i < 4; i++) {
                assertThat(page(certificate, "https://tube." + DOMAIN + ":" + proxyPort + "/help"))
                        .contains("data-brand=\"tube\"");
            }
            commandsReachTheOutsideDatabase(variables(outside), certificate);
            endsWhenAsked(second);
            endsWhenAsked(proxy);
        }
    }

    private static void makeRoles(EmbeddedPostgres outside) throws Exception {
        try (Connection connection = outside.superuser();
                Statement statement = connection.createStatement()) {
            for (String undo : List.of("drop database fanz", "drop role fanz_app", "drop role fanz_owner")) {
                statement.execute(undo);
            }
            for (String command : withSecret(DOCUMENT.block("create role")).split(";\\s*")) {
                statement.execute(command);
            }
        }
    }

    private static String withSecret(String documented) {
        return documented.replace("…", "secret of " + DOMAIN);
    }

    private Process readyNode(String address, EmbeddedPostgres outside, SmtpServer mail) throws Exception {
        Map<String, String> here = Map.of(
                "-XX:AOTCache=target/program/fanz.aot",
                "-XX:AOTCache=" + PROGRAM.resolve("fanz.aot"),
                "target/program/fanz.jar",
                PROGRAM.resolve("fanz.jar").toString(),
                "--fanz.data.folder=/srv/fanz",
                "--fanz.data.folder=" + root.resolve(address),
                "--server.address=10.0.0.5",
                "--server.address=" + address,
                "--fanz.identity.public-port=443",
                "--fanz.identity.public-port=" + proxyPort,
                "--fanz.http.trusted-proxies=10.0.0.2",
                "--fanz.http.trusted-proxies=" + PROXY,
                "--fanz.mail.smtp.host=mail.example.net",
                "--fanz.mail.smtp.host=127.0.0.1");
        List<String> documented = DocumentedCommands.words(DOCUMENT.block("java -XX"));
        assertThat(documented).containsAll(here.keySet());
        List<String> command = new ArrayList<>(List.of(JAVA));
        documented.stream().skip(1).map(word -> here.getOrDefault(word, word)).forEach(command::add);
        command.addAll(List.of(
                "--server.port=" + nodePort,
                "--fanz.mail.smtp.port=" + mail.port(),
                "--fanz.mail.smtp.encryption=none"));
        Process node = start("node-" + address, command, variables(outside));
        awaitReady(node, address);
        return node;
    }

    private Map<String, String> variables(EmbeddedPostgres outside) {
        String documented = withSecret(DOCUMENT.block("FANZ_POSTGRES_URL"));
        assertThat(documented)
                .contains("jdbc:postgresql://db.example.net/fanz\n", "/mnt/fanz-keys\n", "/mnt/fanz-objects\n");
        Map<String, String> variables = new HashMap<>();
        documented
                .replace("jdbc:postgresql://db.example.net/fanz", outside.url())
                .replace("/mnt/fanz-keys", root.resolve("keys").toString())
                .replace("/mnt/fanz-objects", root.resolve("objects").toString())
                .lines()
                .forEach(line -> variables.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return variables;
    }

    private void awaitReady(Process node, String address) throws Exception {
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://" + address + ":" + nodePort + "/actuator/health/readiness"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().atMost(START_MAX)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        assertThat(node.isAlive()).as(said("node-" + address)).isTrue();
                        return client.send(readiness, BodyHandlers.ofString()).statusCode() == 200;
                    });
        }
        assertThat(said("node-" + address)).contains("one-time invitation lies in " + root.resolve(address));
    }

    private Process proxy(TestCertificate certificate) throws Exception {
        String site = DOCUMENT.block("upstream fanz")
                .replace("10.0.0.5:8080", NODES.getFirst() + ":" + nodePort)
                .replace("10.0.0.6:8080", NODES.getLast() + ":" + nodePort)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + proxyPort + " ssl")
                .replace("/etc/ssl/example.net.pem", certificate.pem().toString());
        assertThat(site).contains("ssl_certificate_key " + certificate.pem(), NODES.getLast() + ":" + nodePort);
        StringBuilder around = new StringBuilder("""
                daemon off;
                master_process off;
                events {}
                pid %1$s/nginx.pid;
                http {
                log_format asked '$upstream_addr';
                access_log %1$s/asked.log asked;
                proxy_bind %2$s;
                """.formatted(root, PROXY));
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            around.append("%s_temp_path %s/nginx-%s;%n".formatted(kind, root, kind));
        }
        Path configuration = Files.writeString(root.resolve("nginx.conf"), around + site + "}\n");
        String nginx = Objects.requireNonNullElse(System.getenv("NGINX"), "nginx");
        return start("nginx", List.of(nginx, "-e", "stderr", "-c", configuration.toString()), Map.of());
    }

    private String walk(TestCertificate certificate) throws Exception {
        List<String> names = List.of("", "auth.", "dash.", "tube.", "elite.", "spicy.", "meet.");
        Path hosts = Files.write(
                root.resolve("hosts"),
                names.stream().map(name -> "127.0.0.1 " + name + DOMAIN).toList());
        Process walk = start(
                "walk",
                List.of(
                        JAVA,
                        "-Djdk.net.hosts.file=" + hosts,
                        "-Djdk.httpclient.allowRestrictedHeaders=host,origin",
                        "-Djavax.net.ssl.trustStore=" + certificate.trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD,
                        "-cp",
                        PROGRAM.resolve("fanz.jar") + File.pathSeparator + Path.of("target", "test-classes"),
                        FirstWalk.class.getName(),
                        url,
                        root.resolve(NODES.getLast()).toString()),
                Map.of());
        assertThat(walk.waitFor(WALK_MAX)).as(said("walk")).isTrue();
        return said("walk");
    }

    private void commandsReachTheOutsideDatabase(Map<String, String> variables, TestCertificate certificate)
            throws Exception {
        String invitation = ran(
                variables,
                "./fanz",
                "invitation",
                "--fanz.web.parent-domain=" + DOMAIN,
                "--fanz.identity.public-scheme=https",
                "--fanz.identity.public-port=" + proxyPort);
        String link = invitation.lines().reduce("", (before, line) -> line);
        assertThat(link).startsWith("https://auth." + DOMAIN + ":" + proxyPort + "/invitation?token=");
        assertThat(page(certificate, link)).contains("data-brand=\"auth\"");
        assertThat(ran(variables, "./fanz", "audit", "verify")).contains("The audit log is whole");
    }

    private static String page(TestCertificate certificate, String address) throws Exception {
        String host = URI.create(address).getAuthority();
        return ran(
                Map.of(),
                "curl",
                "-fsS",
                "--max-time",
                "10",
                "--cacert",
                certificate.pem().toString(),
                "--resolve",
                host + ":127.0.0.1",
                address);
    }

    private static String ran(Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
        return said;
    }

    private static void endsWhenAsked(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private Process start(String name, List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name + ".log").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(root.resolve(name + ".log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
