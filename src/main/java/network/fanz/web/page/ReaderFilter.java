package network.fanz.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells all that is behind it in which language and time zone the request is read, also what refuses it. What asks the request itself for a
 * language, as Spring's own filter does, hears of the reader's choice too.
 */
public final class ReaderFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LocaleContextHolder.setLocaleContext(ReaderLocale.of(request));
        Locale chosen = LocaleContextHolder.getLocale();
        try {
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Locale getLocale() {
                            return chosen;
                        }
                    },
                    response);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
