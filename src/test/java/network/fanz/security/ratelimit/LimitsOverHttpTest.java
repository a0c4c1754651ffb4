package network.fanz.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import network.fanz.platform.vault.Vault;
import network.fanz.security.ratelimit.blocks.AddressBlocks;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class LimitsOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = "/api/v1/nothing-of-this-name";
    private static RunningFanz program;

    @BeforeAll
    static void start() {
        program = RunningFanz.start(
                "--fanz.limits.address=60/60s/20",
                "--fanz.limits.sign-in-address=3/600s/3",
                "--fanz.limits.block-time-max=10m",
                "--fanz.limits.sign-in-account=60/600s/30");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void tellsARefusedClientHowLongToWait() {
        ProgramClient client = program.clientFrom("127.0.1.1");
        assertThat(client.api("GET", PAGE).header("RateLimit")).matches("\"address\";r=19;t=\\d+");
        HttpAnswer refused = useUp(client);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address\";q=60;w=60");
        assertThat(refused.header("RateLimit")).isEqualTo("\"address\";r=0;t=" + refused.header("Retry-After"));
    }

    @Test
    void isNotMovedByForgedHeaders() {
        ProgramClient client = program.clientFrom("127.0.1.2");
        forged(client, "203.0.113.1");
        useUp(client);
        assertThat(program.clientFrom("127.0.1.3")
                        .withHeader("X-Forwarded-For", "127.0.1.2")
                        .api("GET", PAGE)
                        .status())
                .isNotEqualTo(429);
    }

    @Test
    void noHeaderSaysWhereSomebodyIsOrWhatWasAsked() {
        signIn(forged(program.clientFrom("127.0.1.11"), "203.0.113.7"));
        JsonNode attempt = JSON.readTree(JdbcClient.create(program.database().asOwner())
                .sql("""
                        select payload::text from events.event
                        where type = 'authenticationAttempt' and key = :address order by seq desc limit 1
                        """)
                .param("address", hash("127.0.1.11"))
                .query(String.class)
                .single());
        assertThat(attempt.path("addressHash").asString()).isEqualTo(hash("127.0.1.11"));
        assertThat(attempt.path("location").asString("")).isEmpty();
        assertThat(attempt.path("platform").asString()).isEqualTo("api");
    }

    @Test
    void aForgedHostOfAnothersDomainIsNoPlaceOfOurs() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + "/"))
                .header("Host", "tube.example.org")
                .header("X-Forwarded-Host", "dash.fanz.localhost")
                .header("X-Original-URL", "/users")
                .header("Accept", "text/html")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = client.send(request, BodyHandlers.ofString()).body();
            assertThat(page).doesNotContain("data-brand=\"dash\"").doesNotContain("data-brand=\"tube\"");
        }
    }

    /** All the names under which proxies say where a client is. */
    private static ProgramClient forged(ProgramClient client, String address) {
        for (String header : List.of(
                "X-Forwarded-For",
                "X-Real-IP",
                "X-Client-IP",
                "X-Cluster-Client-IP",
                "X-Original-Forwarded-For",
                "True-Client-IP",
                "CF-Connecting-IP",
                "Fastly-Client-IP")) {
            client.withHeader(header, address);
        }
        return client.withHeader("Forwarded", "for=" + address + ";host=dash.fanz.localhost")
                .withHeader("X-Forwarded-Host", "dash.fanz.localhost")
                .withHeader("CF-IPCountry", "KP")
                .withHeader("X-Country-Code", "KP")
                .withHeader("X-Appengine-Country", "KP")
                .withHeader("X-HTTP-Method-Override", "GET");
    }

    @Test
    void countsNeitherFilesNorHealth() {
        ProgramClient client = program.clientFrom("127.0.1.4");
        useUp(client);
        for (int request = 0; request < 40; request++) {
            client.get("tube", "/actuator/health/readiness").expect(200);
            assertThat(client.get("tube", "/assets/none/such.css").status()).isNotEqualTo(429);
        }
    }

    @Test
    void isStricterWithAttemptsToSignIn() {
        ProgramClient client = program.clientFrom("127.0.1.5");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(client).status()).isNotEqualTo(429);
        }
        assertThat(signIn(client).expectProblem(429, "rate-limited").header("RateLimit"))
                .startsWith("\"sign-in-address\";r=0;");
        assertThat(client.api("GET", PAGE).status()).isNotEqualTo(429);
    }

    @Test
    void isNotFooledByAnotherSpellingOfThePath() {
        ProgramClient client = program.clientFrom("127.0.1.6");
        block("127.0.1.6", Duration.ofMinutes(5));
        for (String path :
                new String[] {"/api/v1/sessions", "/api/v1/sessions;x=1", "/api/v1/./sessions", "/api//v1/sessions"}) {
            assertThat(client.send("POST", "api", path, "application/json", "{}")
                            .status())
                    .as(path)
                    .isIn(400, 403);
        }
    }

    @Test
    void refusesABlockedAddressSigningInAndPayingAndNothingElse() {
        Instant until = block("127.0.1.7", Duration.ofMinutes(5));
        ProgramClient blocked = program.clientFrom("127.0.1.7").withHeader("X-Forwarded-For", "127.0.1.8");
        HttpAnswer refused = signIn(blocked).expectProblem(403, "address-blocked");
        assertThat(Long.parseLong(refused.header("Retry-After")))
                .isBetween(Duration.between(Instant.now(), until).toSeconds(), 300L);
        blocked.api("POST", "/api/v1/payments", Map.of()).expectProblem(403, "address-blocked");
        assertThat(blocked.api("GET", PAGE).body()).doesNotContain("address-blocked");
        assertThat(signIn(program.clientFrom("127.0.1.8")).body()).doesNotContain("address-blocked");
    }

    @Test
    void liftsABlock() {
        block("127.0.1.9", Duration.ofMinutes(5));
        RateLimits limits = program.bean(RateLimits.class);
        assertThat(limits.activeBlocks()).extracting(AddressBlock::addressHash).contains(hash("127.0.1.9"));
        limits.liftBlock(hash("127.0.1.9"), null);
        assertThat(limits.blockedUntil(hash("127.0.1.9"))).isEmpty();
        assertThat(signIn(program.clientFrom("127.0.1.9")).body()).doesNotContain("address-blocked");
    }

    @Test
    void aBlockThatAClockHasSetAheadBeginsNow() {
        JdbcClient.create(program.database().asOwner()).sql("""
                        insert into ratelimit.block (address, reason, since, until)
                        values ('ahead', 'brute_force', now() + interval '1 year', now() + interval '1 year 5 minutes')
                        """).update();
        program.bean(AddressBlocks.class).sweep();
        assertThat(program.bean(RateLimits.class).blockedUntil("ahead"))
                .hasValueSatisfying(
                        until -> assertThat(until).isBefore(Instant.now().plus(Duration.ofMinutes(6))));
    }

    @Test
    void capsABlockAndNeverShortensIt() {
        Instant until = block("127.0.1.10", Duration.ofDays(365));
        assertThat(until).isBefore(Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(block("127.0.1.10", Duration.ofSeconds(1))).isEqualTo(until);
        assertThat(count(
                        "select count(*) from events.event where type = 'address_blocked' and key = :it", "127.0.1.10"))
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from audit.entry where subject = 'address:' || :it", "127.0.1.10"))
                .isEqualTo(1));
    }

    @Test
    void countsTheSignInsOfAStrangerWithoutLockingTheOwnerOut() {
        RateLimits limits = program.bean(RateLimits.class);
        int refused = 0;
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                limits.requireSignIn("victim", "address-" + attempt, false);
            } catch (RateLimited limited) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(60);
        limits.requireSignIn("victim", "home", true);
    }

    private static Instant block(String address, Duration time) {
        RateLimits limits = program.bean(RateLimits.class);
        limits.blockAddress(hash(address), time, "brute_force");
        return limits.blockedUntil(hash(address)).orElseThrow();
    }

    private static String hash(String address) {
        return HexFormat.of().formatHex(program.bean(Vault.class).keyedHash("request.address", address));
    }

    private static HttpAnswer signIn(ProgramClient client) {
        return client.api("POST", "/api/v1/sessions", Map.of("email", "ann@example.org", "password", "not this one"));
    }

    /** Until it is refused, for a moment later one more is let through. */
    private static HttpAnswer useUp(ProgramClient client) {
        for (int request = 0; request < 60; request++) {
            HttpAnswer answer = client.api("GET", PAGE);
            if (answer.status() == 429) {
                return answer.expectProblem(429, "rate-limited");
            }
        }
        throw new AssertionError("never refused");
    }

    private static long count(String query, String address) {
        return JdbcClient.create(program.database().asOwner())
                .sql(query)
                .param("it", hash(address))
                .query(Long.class)
                .single();
    }
}
