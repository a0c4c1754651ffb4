package network.fanz.platform.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The library says with a bare status that it has no such part; so it goes to the one place where refusals are put into words. */
final class NothingHereFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                if (status != SC_NOT_FOUND) {
                    super.setStatus(status);
                    return;
                }
                try {
                    sendError(status);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        });
    }
}
