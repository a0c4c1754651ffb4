package network.fanz.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What strangers do, from many addresses, takes nothing from people who have nothing to do with it. Limits are a tenth of the usual. */
@Tag("database")
class FloodsOverHttpTest {
    private static RunningFanz program;
    private static SignedInUser victim;

    @BeforeAll
    static void start() {
        program = RunningFanz.start(
                "--fanz.limits.global=600/10s/100",
                "--fanz.limits.address=300/60s/40",
                "--fanz.limits.sign-in=60/60s/20",
                "--fanz.limits.sign-in-address=6/60s/3",
                "--fanz.limits.webhook=600/60s/100");
        victim = program.users().fan();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static void flood(String network, int each, Consumer<ProgramClient> request) {
        for (int address = 1; address <= 12; address++) {
            ProgramClient bot = program.clientFrom(network + address);
            for (int turn = 0; turn < each; turn++) {
                request.accept(bot);
            }
        }
    }

    private static HttpAnswer signIn(ProgramClient client) {
        return client.api("POST", "/api/v1/sessions", Map.of("email", victim.email(), "password", victim.password()));
    }

    @Test
    void invalidBodiesSpendNobodysSignIn() {
        flood("127.1.1.", 4, bot -> bot.api("POST", "/api/v1/sessions", Map.of()));
        signIn(program.clientFrom("127.1.2.1")).expect(201);
        signIn(program.clientFrom("127.1.1.1")).expect(201);
    }

    @Test
    void requestsForNewPasswordsSpendNobodysSignIn() {
        flood("127.2.1.", 4, bot -> bot.api("POST", "/api/v1/password-resets", Map.of("email", "nobody@example.org")));
        signIn(program.clientFrom("127.2.2.1")).expect(201);
    }

    @Test
    void readingWhatProblemsMeanSpendsNobodysSignIn() {
        flood("127.3.1.", 14, bot -> bot.api("GET", "/problems"));
        signIn(program.clientFrom("127.3.2.1")).expect(201);
        assertThat(program.clientFrom("127.3.2.2").get("tube", "/").status()).isEqualTo(200);
    }

    @Test
    void unsignedMessagesSpendNoProvidersShare() throws Exception {
        try (ExecutorService strangers = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> answers = strangers.invokeAll(Collections.nCopies(600, () -> unsigned("127.4.1.1")));
            assertThat(answers).extracting(Future::get).contains(429);
        }
        assertThat(unsigned("127.4.2.1")).isNotEqualTo(429);
    }

    private static int unsigned(String address) {
        return program.clientFrom(address)
                .send("POST", "api", "/webhooks/sandbox", "application/json", "{}")
                .status();
    }

    @Test
    void passwordsOfStrangersSpendNothingOfAKnownDeviceEvenAtTheSameAddress() {
        ProgramClient home = program.clientFrom("127.5.1.1");
        home.cookie("api", "any", "cookie");
        signIn(home).expect(201);
        assertThat(home.cookies("api")).containsKey("fanz_device");
        ProgramClient bot = program.clientFrom("127.5.1.1");
        int last = 0;
        for (int turn = 0; turn < 30 && last != 403 && last != 429; turn++) {
            last = bot.api(
                            "POST",
                            "/api/v1/sessions",
                            Map.of("email", victim.email(), "password", "not the right one, sorry"))
                    .status();
        }
        assertThat(last).isIn(403, 429);
        assertThat(signIn(program.clientFrom("127.5.1.1")).status()).isIn(403, 429);
        signIn(home).expect(201);
    }

    @Test
    void aBlockIsSparedToADevicesOwnerAndToWhoIsSignedIn() {
        ProgramClient home = program.clientFrom("127.8.1.1");
        home.cookie("api", "any", "cookie");
        signIn(home).expect(201);
        block("127.8.1.1");
        signIn(home).expect(201);
        signIn(program.clientFrom("127.8.1.1")).expectProblem(403, "address-blocked");
        ProgramClient signedIn =
                program.clientFrom("127.8.1.1").withToken(victim.client().token());
        assertThat(signedIn.api("POST", "/api/v1/payments", Map.of()).body()).doesNotContain("address-blocked");
        // The owner's device is a stranger's to every other account, and so is whoever has a session of their own.
        for (ProgramClient owner : List.of(home, signedIn)) {
            owner.api(
                            "POST",
                            "/api/v1/sessions",
                            Map.of("email", "somebody@fanz.test", "password", "not the right one, sorry"))
                    .expectProblem(403, "address-blocked");
        }
    }

    private static void block(String address) {
        String hash = HexFormat.of().formatHex(program.bean(Vault.class).keyedHash("request.address", address));
        program.bean(RateLimits.class).blockAddress(hash, Duration.ofMinutes(5), "brute_force");
    }

    @Test
    void aForgedDeviceIsNoDevice() {
        ProgramClient home = program.clientFrom("127.6.1.1");
        home.cookie("api", "any", "cookie");
        signIn(home).expect(201);
        String cookie = Objects.requireNonNull(home.cookies("api").get("fanz_device"));
        String forged = (cookie.startsWith("A") ? "B" : "A") + cookie.substring(1);
        ProgramClient stranger = program.clientFrom("127.6.2.1");
        stranger.cookie("api", "fanz_device", forged);
        HttpAnswer answer = stranger.api("GET", "/api/v1/nothing");
        for (int request = 0; request < 100 && answer.status() != 429; request++) {
            answer = stranger.api("GET", "/api/v1/nothing");
        }
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void whoIsSignedInIsServedWhereABotUsesUpTheAddress() {
        ProgramClient bot = program.clientFrom("127.7.1.1");
        HttpAnswer last = bot.api("GET", "/api/v1/nothing");
        for (int request = 0; request < 100 && last.status() != 429; request++) {
            last = bot.api("GET", "/api/v1/nothing");
        }
        last.expect(429);
        ProgramClient neighbour = program.clientFrom("127.7.1.1");
        neighbour.withToken(victim.client().token());
        neighbour.api("GET", "/api/v1/sessions/current").expect(200);
    }
}
