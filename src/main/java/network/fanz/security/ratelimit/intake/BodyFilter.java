package network.fanz.security.ratelimit.intake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.fanz.common.ParsedRequest;
import network.fanz.common.Problem;
import network.fanz.common.StreamedBody;
import network.fanz.security.ratelimit.origin.ClientAddress;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's body and its fields, once and for all who come after, out of a budget of bytes. It stands behind the limits of
 * requests, so that nobody makes the program read more than these let through. A file that is sent in pieces is not read here: whoever it is
 * for reads it as it comes, out of the same budget, once the caller is known.
 */
final class BodyFilter extends OncePerRequestFilter {
    /** What tus sends (tus 1.0.0, PATCH). */
    private static final String STREAM = "application/offset+octet-stream";

    private final AddressBudget bytes;
    private final IntakeSettings settings;
    private final BodyReader reader;

    BodyFilter(AddressBudget bytes, IntakeSettings settings) {
        this.bytes = bytes;
        this.settings = settings;
        this.reader = new BodyReader(settings);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // What was refused is not looked at again, lest it be refused again.
            chain.doFilter(new ParsedRequest(request, new byte[0], Map.of()), response);
            return;
        }
        try (BodyLease lease = new BodyLease(AddressKeys.of(ClientAddress.of(request)))) {
            chain.doFilter(parsed(request, lease), response);
        }
    }

    private HttpServletRequest parsed(HttpServletRequest request, BodyLease lease) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        FormFields fields = new FormFields(settings.fieldsMax()).add(request.getQueryString());
        if (settings.isStreamed(path) && isStream(request)) {
            request.setAttribute(StreamedBody.ATTRIBUTE, new MeteredBody(request, settings, lease::take));
            return new ParsedRequest(request, new byte[0], fields.byName());
        }
        byte[] body;
        try {
            body = OpenRequestFilter.whileOthersRun(
                    request, () -> reader.read(request, settings.bodyMax(path), lease::take));
        } catch (Problem refused) {
            // The server has seen it too, and would say it in its own words.
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refused);
            throw refused;
        }
        if (isForm(request)) {
            fields.add(new String(body, StandardCharsets.UTF_8));
        }
        return new ParsedRequest(request, body, fields.byName());
    }

    private static boolean isStream(HttpServletRequest request) {
        return STREAM.equalsIgnoreCase(request.getContentType());
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).strip().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** The bytes of one request, given back when it is over. */
    private final class BodyLease implements AutoCloseable {
        private final List<String> keys;
        private long taken;

        BodyLease(List<String> keys) {
            this.keys = keys;
        }

        void take(long amount) {
            BudgetProblems.refuseUnlessTaken(bytes.take(keys, amount));
            taken += amount;
        }

        @Override
        public void close() {
            if (taken > 0) {
                bytes.giveBack(keys, taken);
            }
        }
    }
}
