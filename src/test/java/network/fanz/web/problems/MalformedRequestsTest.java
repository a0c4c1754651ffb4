package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.testing.RawConnection;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever is sent: no answer is a fault of ours, none is in somebody else's words, and none fills the log. */
@Tag("database")
class MalformedRequestsTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String KEY = "Idempotency-Key: 0198a1b2-0000-7000-8000-000000000001\r\n";
    private static final String JSON = "Content-Type: application/json\r\n" + KEY;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String BROKEN_CHUNK = "zz\r\nabc\r\n";

    private static final RunningFanz PROGRAM = RunningFanz.shared();

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedInOurWordsAndNotLogged(int status, String request) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        String answer = RawConnection.answer(PROGRAM.port(), request);
        root.detachAppender(log);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json", "\"/problems/");
        assertThat(List.copyOf(log.list))
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .filteredOn(line -> line.getThreadName().contains("exec"))
                .isEmpty();
    }

    @Test
    void isRefusedOnAPageForSomebodyWithABrowser() throws Exception {
        for (String path : List.of("/a%2fb", "/%zz", "/a%00b")) {
            String answer =
                    RawConnection.answer(PROGRAM.port(), request("GET", path, "auth", "Accept: text/html\r\n", ""));
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("text/html", "<h1>The request is not right</h1>")
                    .doesNotContain("Tomcat", "Exception");
        }
    }

    @Test
    void aMethodThatTheServerRefusesIsCalledByItsName() throws Exception {
        assertThat(RawConnection.answer(
                        PROGRAM.port(), request("TRACE", "/", "tube", "Accept: application/json\r\n", "")))
                .contains("does not take TRACE.");
    }

    static Stream<Object[]> malformed() {
        String card = "/oauth2/authorization/tube?x=%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32%A";
        return Stream.of(
                of(400, "GET", "/actuator/health?x=%A", "", ""),
                of(400, "GET", "/actuator/health?x=%ff", "", ""),
                of(400, "GET", card, "", ""),
                of(400, "GET", "/creators?after=%A", "", ""),
                of(400, "GET", "/finance/payments/0198a1b2-0000-7000-8000-000000000001?after=%A", "", ""),
                of(400, "GET", "/?" + "a&".repeat(2000), "", ""),
                of(400, "POST", "/sign-in", FORM, "email=%A"),
                of(400, "PUT", "/sign-in", FORM, "email=%A"),
                of(400, "POST", "/sign-in", FORM, "a&".repeat(12_000)),
                of(413, "POST", "/sign-in", FORM + "Content-Length: 3000000\r\n", "-"),
                of(400, "POST", "/sign-in", FORM + CHUNKED, BROKEN_CHUNK),
                of(400, "POST", "/api/v1/sessions", JSON + CHUNKED, BROKEN_CHUNK),
                of(400, "POST", "/webhooks/sandbox", JSON + CHUNKED, BROKEN_CHUNK),
                of(415, "POST", "/api/v1/sessions", "Content-Type: multipart/form-data\r\n" + KEY, "--x\r\n"),
                of(405, "TRACE", "/", "", ""),
                of(404, "GET", "/oauth2/authorization/auth", "", ""),
                of(404, "GET", "/oauth2/authorization/nope", "", ""),
                of(404, "GET", "/login/oauth2/code/nope", "", ""),
                of(400, "GET", "/@tube/../a", "", ""),
                of(400, "GET", "/@tube/%2e%2e/a", "", ""),
                of(400, "GET", "/a%2fb", "", ""),
                of(400, "GET", "/a%5cb", "", ""),
                of(400, "GET", "/%zz", "", ""),
                of(400, "GET", "/a%00b", "", ""),
                of(400, "GET", "/a\u0000b", "", ""),
                of(400, "GET", "/../../x", "", ""),
                of(400, "GET", "/", "Expect: 200-ok\r\n", ""),
                of(400, "GET", "/", "Host: a@b\r\n", ""),
                of(400, "POST", "/sign-in", "Transfer-Encoding: nope\r\n", ""),
                of(400, "POST", "/sign-in", "Content-Length: -3\r\n", ""),
                of(400, "GET", "/", "X-Long: " + "a".repeat(70_000) + "\r\n", ""),
                of(400, "GET", "/", "X-Many: a\r\n".repeat(300), ""),
                of(400, "F<O", "/", "", ""));
    }

    private static Object[] of(int status, String method, String path, String headers, String body) {
        return new Object[] {status, request(method, path, "tube", "Accept: application/json\r\n" + headers, body)};
    }

    private static String request(String method, String path, String brand, String headers, String body) {
        boolean framed = body.isEmpty() || headers.contains(CHUNKED) || headers.contains("Content-Length");
        return method + " " + path + " HTTP/1.1\r\n"
                + (headers.contains("Host:") ? "" : "Host: " + brand + ".fanz.localhost:" + PROGRAM.port() + "\r\n")
                + "Connection: close\r\n" + headers + (framed ? "" : "Content-Length: " + body.length() + "\r\n")
                + "\r\n"
                + body;
    }
}
