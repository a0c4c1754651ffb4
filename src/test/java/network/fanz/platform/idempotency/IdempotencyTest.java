package network.fanz.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.common.TooLarge;
import network.fanz.platform.settings.Defaults;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

@Tag("database")
class IdempotencyTest {
    @TempDir
    static Path keys;

    private static HikariDataSource pool;
    private static IdempotencyStore store;
    private static Vault vault;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final AtomicInteger done = new AtomicInteger();
    private final IdempotencyFilter filter = node();

    @BeforeAll
    static void migrate() {
        pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh().asProgram());
        pool.setMaximumPoolSize(6);
        store = new IdempotencyStore(JdbcClient.create(pool));
        vault = Vault.in(keys);
    }

    @AfterAll
    static void end() {
        pool.close();
    }

    @Test
    void givesTheStoredAnswerByteForByte() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{\"amount\":\"500\"}");
        MockHttpServletResponse first = send(filter, request, this::create);
        MockHttpServletResponse again = send(node(), same(request), this::create);
        assertThat(done).hasValue(1);
        assertThat(first.getHeader("Idempotent-Replayed")).isNull();
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsByteArray())
                .isEqualTo(first.getContentAsByteArray())
                .isNotEmpty();
        assertThat(again.getHeader("Location")).isEqualTo("/api/v1/payments/1");
        assertThat(again.getContentType()).isEqualTo(first.getContentType());
    }

    @Test
    void givesTheHandlerBodyAndKey() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{\"ü\":1}");
        send(filter, request, (asked, answer) -> {
            assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"ü\":1}");
            assertThat(asked.getAttribute(IdempotencyKey.ATTRIBUTE)).isEqualTo(request.getHeader("Idempotency-Key"));
            create(asked, answer);
        });
        assertThat(done).hasValue(1);
    }

    @Test
    void storesRejectionsToo() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, answering(409));
        assertThat(send(filter, same(request), answering(201)).getStatus()).isEqualTo(409);
        assertThat(done).hasValue(1);
    }

    @Test
    void refusesTheSameKeyWithOtherContent() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{\"amount\":\"500\"}");
        send(filter, request, this::create);
        MockHttpServletRequest body = same(request);
        body.setContent("{\"amount\":\"501\"}".getBytes(StandardCharsets.UTF_8));
        MockHttpServletRequest query = same(request);
        query.setQueryString("currency=EUR");
        assertThatThrownBy(() -> send(filter, body, this::create)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> send(filter, query, this::create)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(new IdempotencyKeyReused().type().status()).isEqualTo(422);
    }

    @Test
    void asksToWaitWhileTheFirstIsRunning() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, (asked, answer) -> {
            assertThatThrownBy(() -> send(node(), same(request), this::create))
                    .isInstanceOfSatisfying(RequestInProgress.class, running -> {
                        assertThat(running.type().status()).isEqualTo(409);
                        assertThat(running.retryAfterSeconds()).isPositive();
                    });
            create(asked, answer);
        });
        assertThat(done).hasValue(1);
    }

    @Test
    void keepsAccountsMethodsAndPathsApart() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, this::create);
        MockHttpServletRequest somebodyElse = same(request);
        somebodyElse.setUserPrincipal(() -> UUID.randomUUID().toString());
        MockHttpServletRequest nobody = same(request);
        nobody.setUserPrincipal(null);
        MockHttpServletRequest elsewhere = same(request);
        elsewhere.setServletPath("/api/v1/passes");
        MockHttpServletRequest otherwise = same(request);
        otherwise.setMethod("PUT");
        for (MockHttpServletRequest other : List.of(somebodyElse, nobody, elsewhere, otherwise)) {
            assertThat(send(filter, other, this::create).getHeader("Idempotent-Replayed"))
                    .isNull();
        }
        assertThat(done).hasValue(5);
    }

    @Test
    void takesOverFromANodeThatDiedOnlyWhenItsLeaseHasRunOut() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        IdempotentRequest idempotentRequest = IdempotentRequest.ofApi(same(request), "/api/v1/payments", vault, 1000);
        Instant lease = now.get().plus(Duration.ofMinutes(2));
        assertThat(store.begin(
                        idempotentRequest.id(),
                        idempotentRequest.hash(),
                        new IdempotencyStore.KeyHolder(UUID.randomUUID(), UUID.randomUUID()),
                        now.get(),
                        lease,
                        now.get().plus(Duration.ofHours(25))))
                .isTrue();
        assertThatThrownBy(() -> send(filter, same(request), this::create)).isInstanceOf(RequestInProgress.class);
        now.set(lease.minusSeconds(40));
        assertThatThrownBy(() -> send(filter, same(request), this::create))
                .isInstanceOfSatisfying(RequestInProgress.class, running -> {
                    assertThat(running.retryAfterSeconds()).isEqualTo(40);
                    assertThat(running.detail()).contains("done anew from 40 seconds");
                });
        now.set(lease);
        MockHttpServletRequest other = same(request);
        other.setContent("{\"other\":1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> send(filter, other, this::create)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(send(filter, same(request), this::create).getStatus()).isEqualTo(201);
        assertThat(done).hasValue(1);
    }

    @Test
    void doesNotOverwriteTheAnswerOfTheNodeThatTookOver() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, (asked, answer) -> {
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(3)));
            send(node(), same(request), answering(202));
            create(asked, answer);
        });
        assertThat(send(filter, same(request), this::create).getStatus()).isEqualTo(202);
    }

    @Test
    void keepsAnAnswerForADayAndThenForgetsIt() throws Exception {
        // A year before the other tests, so that sweeping here takes nothing from them.
        now.set(Instant.parse("2025-03-01T12:00:00Z"));
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, this::create);
        now.updateAndGet(time -> time.plus(Duration.ofHours(24)));
        assertThat(send(filter, same(request), this::create).getHeader("Idempotent-Replayed"))
                .isEqualTo("true");
        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        assertThat(store.deleteExpired(now.get())).isPositive();
        assertThat(send(filter, same(request), this::create).getHeader("Idempotent-Replayed"))
                .isNull();
        assertThat(done).hasValue(2);
    }

    @Test
    void theKeysOfAKilledRunAreFreeInTheNextOneForTheSameRequestOnly(@TempDir Path folder) throws Exception {
        UUID killed = new ProgramRun(RunNote.withDatabase(folder), store, clock()).id();
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        MockHttpServletRequest elsewhere = post("/api/v1/payments", "{}");
        leaveRunning(request, killed);
        leaveRunning(elsewhere, UUID.randomUUID());
        UUID next = new ProgramRun(RunNote.withDatabase(folder), store, clock()).id();
        MockHttpServletRequest other = same(request);
        other.setContent("{\"other\":1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> send(node(next), other, this::create)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(send(node(next), same(request), this::create).getStatus()).isEqualTo(201);
        assertThatThrownBy(() -> send(node(next), same(elsewhere), this::create))
                .isInstanceOf(RequestInProgress.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatStillRunsWhileTheProgramStopsKeepsItsKey(@TempDir Path folder) throws Exception {
        ProgramRun stopped = new ProgramRun(RunNote.withDatabase(folder), store, clock());
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        leaveRunning(request, stopped.id());
        stopped.close();
        UUID next = new ProgramRun(RunNote.withDatabase(folder), store, clock()).id();
        assertThatThrownBy(() -> send(node(next), same(request), this::create)).isInstanceOf(RequestInProgress.class);
    }

    private void leaveRunning(MockHttpServletRequest request, UUID run) throws IOException {
        IdempotentRequest asked = IdempotentRequest.ofApi(same(request), "/api/v1/payments", vault, 1000);
        Instant end = now.get().plus(Duration.ofMinutes(2));
        store.begin(
                asked.id(),
                asked.hash(),
                new IdempotencyStore.KeyHolder(UUID.randomUUID(), run),
                now.get(),
                end,
                now.get().plus(Duration.ofHours(25)));
    }

    @Test
    void keepsAStrangersAnswerForMinutesOnly() throws Exception {
        MockHttpServletRequest request = post("/api/v1/accounts", "{}");
        request.setUserPrincipal(null);
        send(filter, request, this::create);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(9)));
        assertThat(send(filter, same(request), this::create).getHeader("Idempotent-Replayed"))
                .isEqualTo("true");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        assertThat(send(filter, same(request), this::create).getHeader("Idempotent-Replayed"))
                .isNull();
    }

    /** More than one bounded delete takes: as many as may have come since the last sweep, and more. */
    @Test
    void sweepsUntilNothingIsDue() throws Exception {
        Instant past = Instant.parse("2024-03-01T12:00:00Z");
        JdbcClient client = JdbcClient.create(pool);
        client.sql("""
                        insert into idempotency.request (id, asked, runner, lease_until, expires_at)
                        select gen_random_uuid(), decode(repeat('00', 32), 'hex'), gen_random_uuid(), ?, ?
                        from generate_series(1, 25000)
                        """).params(Timestamp.from(past), Timestamp.from(past)).update();
        store.deleteAllExpired(past);
        assertThat(client.sql("select count(*) from idempotency.request where expires_at <= ?")
                        .param(Timestamp.from(past))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503})
    void freesTheKeyOfARequestThatMayGoAnotherWayNextTime(int status) throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        send(filter, request, answering(status));
        assertThat(send(filter, same(request), this::create).getStatus()).isEqualTo(201);
    }

    @Test
    void freesTheKeyOfARequestThatFailed() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        assertThatThrownBy(() -> send(filter, request, (asked, answer) -> {
                    throw new ServletException("lost");
                }))
                .hasMessage("lost");
        assertThat(send(filter, same(request), this::create).getStatus()).isEqualTo(201);
    }

    @Test
    void neverStoresAnAnswerWithASecret() throws Exception {
        for (Work work : List.<Work>of(this::token, this::cookie, this::page, this::withoutHandler)) {
            MockHttpServletRequest request = post("/api/v1/sessions", "{}");
            int before = done.get();
            assertThat(send(filter, request, work).getContentAsString()).contains("canary-5f1c");
            send(filter, same(request), work);
            assertThat(done).hasValue(before + 2);
        }
    }

    @Test
    void storesAFormsRedirectAlsoWhenItLeavesASentenceForTheNextPage() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        for (int time = 0; time < 2; time++) {
            MockHttpServletResponse answer = send(filter, same(request), (asked, given) -> {
                redirect(asked, given);
                given.addHeader("Set-Cookie", "notice=b2sgRG9uZS4; Path=/; Max-Age=60; HttpOnly");
            });
            assertThat(answer.getStatus()).isEqualTo(303);
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void storesNothingReadable() throws Exception {
        send(filter, post("/api/v1/payments", "{\"secret\":\"canary-77aa\"}"), (asked, answer) -> {
            handler(asked, "plain");
            answer.getWriter().write("canary-88bb");
            done.incrementAndGet();
        });
        byte[] rows = JdbcClient.create(pool)
                .sql(
                        "select convert_to(string_agg(r::text || encode(coalesce(answer, ''), 'escape'), ' '), 'UTF8') from idempotency.request r")
                .query(byte[].class)
                .single();
        assertThat(new String(rows, StandardCharsets.UTF_8))
                .doesNotContain("canary")
                .isNotEmpty();
    }

    static List<String> badKeys() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/platform/idempotency/bad_keys.txt"));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesAKeyThatIsNone(String key) {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        request.removeHeader("Idempotency-Key");
        request.addHeader("Idempotency-Key", key);
        assertThatThrownBy(() -> send(filter, request, this::create))
                .isInstanceOfSatisfying(IdempotencyKeyRequired.class, needed -> {
                    assertThat(needed.type().status()).isEqualTo(422);
                    assertThat(needed.field()).isEqualTo("Idempotency-Key");
                });
        request.removeHeader("Idempotency-Key");
        assertThatThrownBy(() -> send(filter, request, this::create)).isInstanceOf(IdempotencyKeyRequired.class);
    }

    @Test
    void refusesABodyOverItsBound() {
        MockHttpServletRequest request = post("/api/v1/payments", "x".repeat(1024 * 1024 + 1));
        assertThatThrownBy(() -> send(filter, request, this::create)).isInstanceOf(TooLarge.class);
    }

    @Test
    void takesAFormsKeyFromItsHiddenField() throws Exception {
        MockHttpServletRequest form = form("12.50");
        send(filter, form, this::redirect);
        MockHttpServletRequest again = form("12.50");
        again.setParameter("_csrf", "another token");
        assertThat(send(filter, again, this::redirect).getRedirectedUrl()).isEqualTo("/library");
        assertThat(done).hasValue(1);
        assertThatThrownBy(() -> send(filter, form("99.00"), this::redirect)).isInstanceOf(IdempotencyKeyReused.class);
        MockHttpServletRequest without = form("12.50");
        without.removeParameter("_key");
        assertThatThrownBy(() -> send(filter, without, this::redirect)).isInstanceOf(IdempotencyKeyRequired.class);
    }

    @Test
    void takesNothingButItsFormForAPage() {
        MockHttpServletRequest upload = form("1");
        upload.setContentType("multipart/form-data; boundary=x");
        MockHttpServletRequest query = form("1");
        query.setContentType(null);
        for (MockHttpServletRequest request : List.of(upload, query)) {
            assertThatThrownBy(() -> send(node(), request, this::redirect))
                    .isInstanceOf(HttpMediaTypeNotSupportedException.class);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void leavesReadingAndOtherProtocolsAlone() throws Exception {
        MockHttpServletRequest read = post("/api/v1/payments", "");
        read.setMethod("GET");
        for (MockHttpServletRequest request :
                List.of(read, post("/oauth2/token", ""), post("/webhooks/sandbox", ""), post("/login/webauthn", ""))) {
            request.removeHeader("Idempotency-Key");
            request.removeParameter("_key");
            send(filter, request, (asked, answer) -> {
                assertThat(asked).isSameAs(request);
                done.incrementAndGet();
            });
        }
        assertThat(done).hasValue(4);
    }

    @Test
    void doesTheWorkOnceWhenManySendTheSameAtOnce() throws Exception {
        MockHttpServletRequest request = post("/api/v1/payments", "{}");
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < 20; sender++) {
            senders.add(() -> {
                try {
                    return send(node(), same(request), this::create).getStatus();
                } catch (RequestInProgress running) {
                    return 409;
                }
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(senders)) {
                assertThat(status.get()).isIn(201, 409);
            }
        }
        assertThat(done).hasValue(1);
    }

    private IdempotencyFilter node() {
        return node(UUID.randomUUID());
    }

    private IdempotencyFilter node(UUID run) {
        return new IdempotencyFilter(store, Defaults.of(IdempotencySettings.class), vault, clock(), run);
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private interface Work {
        void run(jakarta.servlet.ServletRequest request, HttpServletResponse response)
                throws IOException, ServletException, Exception;
    }

    private MockHttpServletResponse send(IdempotencyFilter through, MockHttpServletRequest request, Work work)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (asked, answer) -> {
            try {
                HttpServletResponse given = (HttpServletResponse) answer;
                if (new StoredResponseInterceptor().preHandle((HttpServletRequest) asked, given, work)) {
                    work.run(asked, given);
                }
            } catch (IOException | ServletException | RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new ServletException(failed);
            }
        };
        through.doFilter(request, response, chain);
        return response;
    }

    private void create(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        handler(request, "plain");
        response.setStatus(201);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Location", "/api/v1/payments/" + done.incrementAndGet());
        response.getOutputStream().write("{\"state\":\"münzen\"}".getBytes(StandardCharsets.UTF_8));
    }

    private Work answering(int status) {
        return (request, response) -> {
            handler(request, "plain");
            done.incrementAndGet();
            response.setStatus(status);
        };
    }

    private void redirect(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        handler(request, "plain");
        done.incrementAndGet();
        response.setStatus(303);
        response.setHeader("Location", "/library");
    }

    private void token(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        handler(request, "secret");
        done.incrementAndGet();
        response.getWriter().write("canary-5f1c");
    }

    private void cookie(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        handler(request, "plain");
        response.addHeader("Set-Cookie", "session=canary-5f1c");
        done.incrementAndGet();
        response.getWriter().write("canary-5f1c");
    }

    private void page(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        handler(request, "plain");
        response.setContentType("text/html;charset=UTF-8");
        done.incrementAndGet();
        response.getWriter().write("canary-5f1c");
    }

    private void withoutHandler(jakarta.servlet.ServletRequest request, HttpServletResponse response) throws Exception {
        done.incrementAndGet();
        response.getWriter().write("canary-5f1c");
    }

    private static void handler(jakarta.servlet.ServletRequest request, String name) throws NoSuchMethodException {
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
                new HandlerMethod(new Handlers(), Handlers.class.getDeclaredMethod(name)));
    }

    static final class Handlers {
        void plain() {}

        @SecretResponse
        void secret() {}
    }

    private static MockHttpServletRequest post(String path, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("Idempotency-Key", UUID.randomUUID().toString());
        String account = UUID.randomUUID().toString();
        request.setUserPrincipal(() -> account);
        return request;
    }

    private final String formKey = UUID.randomUUID().toString();

    private MockHttpServletRequest form(String amount) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/creators/1/tips");
        request.setServletPath("/creators/1/tips");
        request.setContentType("application/x-www-form-urlencoded");
        request.setParameter("_key", formKey);
        request.setParameter("_csrf", "token");
        request.setParameter("amount", amount);
        return request;
    }

    private static MockHttpServletRequest same(MockHttpServletRequest request) throws IOException {
        MockHttpServletRequest copy = new MockHttpServletRequest(request.getMethod(), request.getRequestURI());
        copy.setServletPath(request.getServletPath());
        copy.setContentType(request.getContentType());
        copy.setContent(request.getContentAsByteArray());
        copy.addHeader("Idempotency-Key", request.getHeader("Idempotency-Key"));
        copy.setUserPrincipal(request.getUserPrincipal());
        return copy;
    }
}
