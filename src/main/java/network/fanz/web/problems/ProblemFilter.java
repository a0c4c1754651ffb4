package network.fanz.web.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import network.fanz.common.Caller;
import network.fanz.web.page.ShellResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets filters throw problems as handlers do: a limit, a block, a key that is in use. It stands before all filters, and once more where the
 * session can be read: a page that refuses what a limit has let in knows its reader.
 */
final class ProblemFilter extends OncePerRequestFilter {
    static final String UTF_8_ONLY = "Text is read as UTF-8 only.";

    private static final Set<Charset> READ = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private final HandlerExceptionResolver answers;
    private final Consumer<HttpServletRequest> entrance;

    private ProblemFilter(HandlerExceptionResolver answers, Consumer<HttpServletRequest> entrance) {
        this.answers = answers;
        this.entrance = entrance;
    }

    static ProblemFilter beforeAll(HandlerExceptionResolver answers) {
        return new ProblemFilter(answers, request -> {
            check(request.getQueryString());
            checkEncoding(request.getContentType());
        });
    }

    /** @param reader reads who asks from the request's session */
    static ProblemFilter whereSessionsAre(
            HandlerExceptionResolver answers, Function<HttpServletRequest, Caller> reader) {
        return new ProblemFilter(answers, request -> ShellResolver.readersBy(request, () -> reader.apply(request)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        try {
            entrance.accept(request);
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException thrown) {
            if (response.isCommitted()) {
                if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != thrown) {
                    throw thrown;
                }
                // The server met it first, and goes to the page that says it.
                return;
            }
            response.resetBuffer();
            // A filter of the framework's has forgotten it on the way out.
            LocaleContextHolder.setLocaleContext(reader);
            if (answers.resolveException(request, response, null, cause(thrown)) == null) {
                throw thrown;
            }
        }
    }

    /** A NUL character reaches no record; the firewall looks for it in paths only. */
    private static void check(@Nullable String query) {
        if (query != null && query.contains("%00")) {
            throw new BadRequest("The path or query holds characters that are not text.");
        }
    }

    /** Every look at a body, for card numbers or for broken text, reads UTF-8, and so must all who read it after them. */
    private static void checkEncoding(@Nullable String contentType) {
        if (contentType == null) {
            return;
        }
        try {
            Charset charset = MediaType.parseMediaType(contentType).getCharset();
            if (charset != null && !READ.contains(charset)) {
                throw new UnsupportedContent(UTF_8_ONLY);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new UnsupportedContent();
        }
    }

    private static Exception cause(Exception thrown) {
        return thrown instanceof ServletException && thrown.getCause() instanceof Exception inner ? inner : thrown;
    }
}
