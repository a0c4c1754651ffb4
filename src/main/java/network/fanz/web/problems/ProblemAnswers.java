package network.fanz.web.problems;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.SignInRequired;
import network.fanz.security.identity.TermsNotAccepted;
import network.fanz.web.form.KeptForms;
import network.fanz.web.page.Shell;
import network.fanz.web.page.ShellResolver;
import network.fanz.web.page.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where a problem becomes an answer: problem+json for programs, a page in words for people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAnswers {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ShellResolver shellResolver;
    private final Templates templates;
    private final KeptForms keptForms;

    ProblemAnswers(ShellResolver shellResolver, Templates templates, KeptForms keptForms) {
        this.shellResolver = shellResolver;
        this.templates = templates;
        this.keptForms = keptForms;
    }

    /**
     * Anything that a handler throws. Refusals of the security chain go back to it, nobody answers a reader who has left, and an answer
     * that is half written breaks off: a problem behind it would make it look whole.
     */
    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<?> answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted() && thrown == request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) {
            // The server has seen that the body does not come, and says what stands in this attribute if anybody is
            // there.
            return null;
        }
        if (thrown instanceof AccessDeniedException
                || thrown instanceof AuthenticationException
                || thrown instanceof AsyncRequestNotUsableException
                || response.isCommitted()) {
            throw thrown;
        }
        discard(response);
        return answer(ProblemTranslator.of(thrown, request), request);
    }

    /** What a handler had begun to write, and that it was to be a file. */
    private static void discard(HttpServletResponse response) {
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    }

    ResponseEntity<?> answer(Problem problem, HttpServletRequest request) {
        if (problem.type().passing()) {
            request.setAttribute(ProblemType.PASSING, true);
        }
        return BrowserDetection.isBrowser(request) ? page(problem, request) : json(problem);
    }

    private static ResponseEntity<ProblemBody> json(Problem problem) {
        ResponseEntity.BodyBuilder answer = started(problem).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.type().status() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(ProblemBody.of(problem));
    }

    private ResponseEntity<?> page(Problem problem, HttpServletRequest request) {
        boolean ours = problem.type().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        Shell shell = shellResolver.ofRefusal(request, !ours);
        if (problem instanceof TermsNotAccepted) {
            return untilAccepted(problem, shell, request);
        }
        if (isOfAForm(problem) && KeptForms.isOwn(request)) {
            return unsent(problem, shell, request);
        }
        if (problem instanceof SignInRequired) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(shell.signIn()))
                    .build();
        }
        Utf8ByteOutput page = templates.render("problems/refusal", Map.of("shell", shell, "problem", problem));
        return started(problem).contentType(HTML).body(page.toByteArray());
    }

    private static boolean isOfAForm(Problem problem) {
        return problem instanceof SignInRequired || problem.type().value().equals("forged-request");
    }

    /** A form of this site that came too late: says why, and leads on to it with what was typed. */
    private ResponseEntity<?> unsent(Problem problem, Shell shell, HttpServletRequest request) {
        boolean signedOut =
                !shell.signedIn() && (problem instanceof SignInRequired || KeptForms.owner(request) != null);
        Problem said = signedOut ? new SignedOutMeanwhile() : new FormTooOld();
        return unsent(said, keptForms.keep(request), shell.to(KeptForms.PATH), shell);
    }

    /** What was typed waits behind the acceptance. Pages that were only opened are led there at once and do not come here. */
    private ResponseEntity<?> untilAccepted(Problem problem, Shell shell, HttpServletRequest request) {
        boolean kept = KeptForms.isOwn(request)
                ? keptForms.keep(request)
                : keptForms.find(request).isPresent();
        String back = kept ? shell.to(KeptForms.PATH) : shell.here();
        String asked = shell.to("/terms/acceptance") + "?page=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return unsent(problem, kept, asked, shell);
    }

    private ResponseEntity<?> unsent(Problem said, boolean kept, String again, Shell shell) {
        Map<String, Object> model =
                Map.of("shell", shell, "problem", said, "kept", kept, "keptFor", keptForms.keptFor(), "again", again);
        return started(said)
                .contentType(HTML)
                .body(templates.render("problems/unsent", model).toByteArray());
    }

    private static ResponseEntity.BodyBuilder started(Problem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.type().status());
        Long retryAfter = problem.retryAfterSeconds();
        return retryAfter == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
    }
}
