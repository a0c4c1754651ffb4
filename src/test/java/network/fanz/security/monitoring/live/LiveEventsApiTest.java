package network.fanz.security.monitoring.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.TooManyStreams;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events as they come, over HTTP, from two nodes. */
@Tag("database")
@Timeout(240)
class LiveEventsApiTest {
    private static final AccountId STAFF = AccountId.of("00000000-0000-8000-8000-000000000001");
    private static RunningFanz fanz;
    private static RunningFanz other;
    private static SignedInUser administrator;

    @BeforeAll
    static void start() {
        fanz = RunningFanz.start("--fanz.monitoring.streams-max=2", "--fanz.monitoring.stream-heartbeat=300ms");
        other = fanz.another();
        administrator = fanz.users().administrator();
        // Their own sign-in is an event too.
        fanz.settle();
    }

    @AfterAll
    static void stop() {
        other.close();
        fanz.close();
    }

    /** A stream that its watcher has left ends with the next beat. */
    @BeforeEach
    void waitUntilNobodyWatches() {
        Awaitility.await().until(() -> fanz.bean(SecurityEventStreams.class).size() == 0);
    }

    @Test
    void showsWhatAnotherNodeWritesDown() throws Exception {
        try (Watcher watcher = Watcher.of(fanz, null)) {
            SecurityEvent event = add(other);
            assertThat(watcher.nextId()).isEqualTo(event.seq());
        }
    }

    @Test
    void goesOnBehindTheLastEventThatTheWatcherHas() throws Exception {
        List<Long> seqs = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            seqs.add(add(fanz).seq());
        }
        try (Watcher watcher = Watcher.of(other, Long.toString(seqs.getFirst()))) {
            assertThat(watcher.nextId()).isEqualTo(seqs.get(1));
            assertThat(watcher.nextId()).isEqualTo(seqs.get(2));
        }
    }

    @Test
    void tellsAWatcherHowFarTheLogIsAlsoWhenNothingInItIsForTheWatcher() throws Exception {
        SecurityEvent event = add(fanz);
        String filtered = "/security/live?severity=critical&after=" + (event.seq() - 1);
        try (Watcher watcher = Watcher.at(fanz, filtered, "dash.fanz.localhost", null)) {
            assertThat(watcher.nextMark()).isEqualTo(event.seq() - 1);
            assertThat(watcher.nextMark()).isGreaterThanOrEqualTo(event.seq());
        }
    }

    @Test
    void saysThatItIsStillThere() throws Exception {
        try (Watcher watcher = Watcher.of(fanz, null)) {
            assertThat(watcher.nextLine(":still here")).isEqualTo(":still here");
        }
    }

    @Test
    void holdsNoMoreStreamsThanItMay() throws Exception {
        try (Watcher first = Watcher.of(fanz, null);
                Watcher second = Watcher.of(fanz, null)) {
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThatThrownBy(() ->
                            fanz.bean(Monitoring.class).watch(null, SecurityEventFilter.ALL, () -> true, event -> null))
                    .isInstanceOf(TooManyStreams.class);
        }
    }

    @Test
    void aStreamEndsWithWhatLetItsWatcherIn() throws Exception {
        SignedInUser suspended = fanz.users().staff(Role.ANALYST);
        SignedInUser withdrawn = fanz.users().staff(Role.ANALYST);
        fanz.settle();
        try (Watcher one = Watcher.at(other, "/api/v1/security/live", "127.0.0.1", null, suspended);
                Watcher two = Watcher.at(other, "/api/v1/security/live", "127.0.0.1", null, withdrawn)) {
            one.nextLine(":live");
            two.nextLine(":live");
            administrator
                    .client()
                    .api("POST", "/api/v1/accounts/" + suspended.id() + "/suspension", Map.of("reason", "UNDER_REVIEW"))
                    .expect(204);
            administrator
                    .client()
                    .api("DELETE", "/api/v1/accounts/" + withdrawn.id() + "/roles/ANALYST")
                    .expect(204);
            assertThat(one.ended()).isTrue();
            assertThat(two.ended()).isTrue();
        }
    }

    @Test
    void aStopWaitsForNoWatcher() throws Exception {
        RunningFanz third = fanz.another();
        try (Watcher watcher = Watcher.of(third, null)) {
            Instant before = Instant.now();
            third.close();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(watcher.ended()).isTrue();
        }
    }

    private static SecurityEvent add(RunningFanz node) {
        return node.bean(Monitoring.class)
                .ingestSecurityEvent(
                        NewSecurityEvent.of(
                                SecurityEventSource.APPLICATION,
                                SecurityEventCategory.SYSTEM,
                                Severity.INFO,
                                "Something",
                                "Something happened",
                                Instant.now()),
                        STAFF);
    }

    private record Watcher(HttpClient client, HttpResponse<java.io.InputStream> answer, BufferedReader lines)
            implements AutoCloseable {
        static Watcher of(RunningFanz node, String lastSeen) throws IOException, InterruptedException {
            return at(node, "/api/v1/security/live", "127.0.0.1", lastSeen);
        }

        static Watcher at(RunningFanz node, String path, String host, String lastSeen)
                throws IOException, InterruptedException {
            return at(node, path, host, lastSeen, administrator);
        }

        static Watcher at(RunningFanz node, String path, String host, String lastSeen, SignedInUser who)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                    .header("Host", host + ":" + node.port())
                    .header("Accept", "text/event-stream")
                    .header("Cookie", "fanz_session=" + who.client().token())
                    .header("Authorization", "Bearer " + who.client().token());
            if (lastSeen != null) {
                request.header("Last-Event-ID", lastSeen);
            }
            HttpClient client = HttpClient.newHttpClient();
            HttpResponse<java.io.InputStream> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Watcher(
                    client, answer, new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }

        int status() {
            return answer.statusCode();
        }

        /** Of the next event that is for the watcher. */
        long nextId() throws IOException {
            nextLine("event:");
            return nextMark();
        }

        /** How far the log is, with an event or without. */
        long nextMark() throws IOException {
            return Long.parseLong(nextLine("id:").substring(3).strip());
        }

        String nextLine(String start) throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith(start)) {
                line = lines.readLine();
            }
            return line;
        }

        boolean ended() {
            try {
                return nextLine("never") == null;
            } catch (IOException cutOff) {
                return true;
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
