package network.fanz.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Access;
import network.fanz.common.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends what was refused with a bare status, before or outside any handler. */
@Controller
final class ErrorPages implements ErrorController {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final ProblemAnswers answers;

    ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Access(anyone = true)
    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int code = status instanceof Integer number ? number : NOT_FOUND;
        Throwable cause = thrown instanceof Throwable known ? known : new IllegalStateException("Status " + code);
        boolean refused = code < SERVER_ERROR && !(thrown instanceof Problem);
        return answers.answer(
                thrown instanceof Exception exception && !refused
                        ? ProblemTranslator.of(exception, request)
                        : ProblemTranslator.ofStatus(code, request, cause),
                request);
    }
}
