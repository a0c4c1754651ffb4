package network.fanz.web.problems;

import static network.fanz.common.Language.say;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import network.fanz.common.Language;
import network.fanz.common.Problem;
import network.fanz.web.page.ReaderLocale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.security.Escape;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what the server itself refuses, before any filter of ours sees it, in the same words and forms as all other refusals. The server
 * makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ReaderLocale READERS = new ReaderLocale();
    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%3$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p><a href="/">%4$s</a></p>
            </main>
            </body>
            </html>
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            Problem problem = problem(status, request, thrown);
            boolean browser = BrowserDetection.isBrowser(request);
            Language language = Language.among(List.of(READERS.resolveLocale(request)));
            String body = Language.in(
                    language, () -> browser ? page(problem) : JSON.writeValueAsString(ProblemBody.of(problem)));
            write(problem, browser, body, response);
        } catch (IOException | IllegalStateException gone) {
            // Nobody reads the answer.
        }
    }

    /** A method, an encoding or a version that nobody here speaks is the sender's to change: no fault of ours. */
    private static Problem problem(int status, Request request, @Nullable Throwable thrown) {
        boolean unspoken = status == NOT_IMPLEMENTED || status == VERSION_NOT_SUPPORTED;
        return ProblemTranslator.ofStatus(
                unspoken ? BAD_REQUEST : status,
                request,
                thrown == null ? new IllegalStateException("Status " + status) : thrown);
    }

    private static String page(Problem problem) {
        return PAGE.formatted(
                Escape.htmlElementContent(say(problem.type().title())),
                Escape.htmlElementContent(problem.sentence().said()),
                Language.current().tag(),
                say("Go to the start page"));
    }

    private static void write(Problem problem, boolean browser, String body, Response response) throws IOException {
        response.setStatus(problem.type().status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Long retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
        }
        response.setContentType(browser ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PrintWriter writer = response.getReporter();
        if (writer != null) {
            writer.write(body);
            response.finishResponse();
        }
    }
}
