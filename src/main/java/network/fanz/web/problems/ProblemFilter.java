package network.fanz.web.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets filters throw problems as handlers do: a limit, a block, a key that is in use. */
final class ProblemFilter extends OncePerRequestFilter {
    private final HandlerExceptionResolver answers;

    ProblemFilter(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check(request.getQueryString());
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            response.resetBuffer();
            if (answers.resolveException(request, response, null, cause(thrown)) == null) {
                throw thrown;
            }
        }
    }

    /** A NUL character reaches no record; the firewall looks for it in paths only. */
    private static void check(@Nullable String query) {
        if (query != null && query.contains("%00")) {
            throw new BadRequest("The address holds characters that are not text.");
        }
    }

    private static Exception cause(Exception thrown) {
        return thrown instanceof ServletException && thrown.getCause() instanceof Exception inner ? inner : thrown;
    }
}
