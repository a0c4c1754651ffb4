package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import network.fanz.platform.mail.SmtpServer;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.testing.DocumentedCommands;
import network.fanz.testing.TestCertificate;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The built program as docs/operations.md starts it: two nodes outside the profile local, each on an address of its own, on a PostgreSQL
 * that somebody else looks after, behind nginx that ends TLS. Commands, roles and the proxy's configuration are taken from the document;
 * only addresses, ports, folders and passwords are this machine's.
 */
@Tag("production")
class ProductionTest {
    private static final DocumentedCommands DOCUMENT = new DocumentedCommands(Path.of("docs", "operations.md"));
    private static final Path PROGRAM = Path.of("target", "program", "fanz.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final String DOMAIN = "example.net";
    private static final List<String> NODES = List.of("127.0.0.5", "127.0.0.6");

    private final Path root = TestFolders.forPostgres("production");
    private final int proxyPort = freePort();
    private final int nodePort = freePort();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void tidyUp() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
        TestFolders.delete(root);
    }

    @Test
    void twoNodesBehindAProxyServeWhoeverComesAsTheDocumentSays() throws Exception {
        assertThat(PROGRAM).as("built by ./fanz test").exists();
        try (DataFolder folder = DataFolder.open(root.resolve("outside"));
                EmbeddedPostgres outside = EmbeddedPostgres.start(folder);
                SmtpServer mail = new SmtpServer()) {
            makeRoles(outside);
            for (String node : NODES) {
                node(node, outside, mail);
                awaitReady(node);
            }
            TestCertificate certificate = TestCertificate.of(DOMAIN, root);
            proxy(certificate);
            String walk = walk(certificate);
            assertThat(walk)
                    .contains("flow 1 registration: ", "flow 2 ", "flow 4 ")
                    .doesNotContain("flow 1 registration: failed");
            assertThat(mail.letters()).anyMatch(letter -> letter.contains("https://auth." + DOMAIN));
            stopsCleanly();
        }
    }

    private static void makeRoles(EmbeddedPostgres outside) throws Exception {
        String roles = DOCUMENT.block("create role");
        try (Connection connection = outside.superuser();
                Statement statement = connection.createStatement()) {
            for (String undo : List.of("drop database fanz", "drop role fanz_app", "drop role fanz_owner")) {
                statement.execute(undo);
            }
            for (String command :
                    roles.replace("'…'", "'secret of " + DOMAIN + "'").split(";\\s*")) {
                statement.execute(command);
            }
        }
    }

    private void node(String address, EmbeddedPostgres outside, SmtpServer mail) throws Exception {
        Map<String, String> here = Map.of(
                "--fanz.data.folder=/srv/fanz",
                "--fanz.data.folder=" + root.resolve(address),
                "--server.address=10.0.0.5",
                "--server.address=" + address,
                "--fanz.identity.public-port=443",
                "--fanz.identity.public-port=" + proxyPort,
                "--fanz.http.trusted-proxies=10.0.0.2",
                "--fanz.http.trusted-proxies=127.0.0.1",
                "--fanz.mail.smtp.host=mail.example.net",
                "--fanz.mail.smtp.host=127.0.0.1",
                "target/program/fanz.jar",
                PROGRAM.toString());
        List<String> documented = DocumentedCommands.words(DOCUMENT.block("java -jar"));
        assertThat(documented).containsAll(here.keySet());
        List<String> command = new ArrayList<>(List.of(JAVA));
        documented.stream().skip(1).map(word -> here.getOrDefault(word, word)).forEach(command::add);
        command.addAll(List.of(
                "--server.port=" + nodePort,
                "--fanz.mail.smtp.port=" + mail.port(),
                "--fanz.mail.smtp.encryption=none",
                "--fanz.vault.folder=" + root.resolve("keys"),
                "--fanz.postgres.url=" + outside.url(),
                "--fanz.postgres.owner-password=secret of " + DOMAIN,
                "--fanz.postgres.program-password=secret of " + DOMAIN));
        start("node-" + address, command);
    }

    private void awaitReady(String node) throws Exception {
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://" + node + ":" + nodePort + "/actuator/health/readiness"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().atMost(START_MAX)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        assertThat(started).as(said("node-" + node)).allMatch(Process::isAlive);
                        return client.send(readiness, BodyHandlers.ofString()).statusCode() == 200;
                    });
        }
        assertThat(said("node-" + node)).contains("one-time invitation lies in " + root.resolve(node));
    }

    private void proxy(TestCertificate certificate) throws Exception {
        String site = DOCUMENT.block("upstream fanz")
                .replace("10.0.0.5:8080", NODES.getFirst() + ":" + nodePort)
                .replace("10.0.0.6:8080", NODES.getLast() + ":" + nodePort)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + proxyPort + " ssl")
                .replace("/etc/ssl/example.net.pem", certificate.pem().toString());
        assertThat(site).contains("ssl_certificate_key " + certificate.pem(), NODES.getLast() + ":" + nodePort);
        StringBuilder temporary = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary
                    .append(kind)
                    .append("_temp_path ")
                    .append(root.resolve("nginx-" + kind))
                    .append(";\n");
        }
        Path configuration = Files.writeString(
                root.resolve("nginx.conf"),
                "daemon off;\npid " + root.resolve("nginx.pid") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary
                        + site + "}\n");
        start("nginx", List.of("nginx", "-e", "stderr", "-c", configuration.toString()));
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
                        PROGRAM.toString(),
                        "network.fanz.tools.walkthrough.Walkthrough",
                        "--url",
                        "https://" + DOMAIN + ":" + proxyPort,
                        "--data",
                        root.resolve(NODES.getLast()).toString()));
        assertThat(walk.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return said("walk");
    }

    private void stopsCleanly() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start(String name, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name + ".log").toFile())
                .start();
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
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
