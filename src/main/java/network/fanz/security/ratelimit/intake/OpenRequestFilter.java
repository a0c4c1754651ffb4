package network.fanz.security.ratelimit.intake;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import network.fanz.security.ratelimit.origin.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests of an address, and of all, be under way at once, and an address ask so fast. It stands before all that costs
 * anything. Who is too fast is told so and loses the line, with all that was sent ahead on it.
 */
final class OpenRequestFilter extends OncePerRequestFilter {
    private final AddressBudget requests;
    private final AddressPace pace;

    OpenRequestFilter(AddressBudget requests, AddressPace pace) {
        this.requests = requests;
        this.pace = pace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> keys = AddressKeys.of(ClientAddress.of(request));
        if (!pace.take(keys)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            throw new TooMuchAtOnce();
        }
        BudgetProblems.refuseUnlessTaken(requests.take(keys, 1));
        boolean streams = false;
        try {
            chain.doFilter(request, response);
            streams = request.isAsyncStarted();
            if (streams) {
                request.getAsyncContext().addListener(new StreamEnd(keys));
            }
        } finally {
            if (!streams) {
                requests.giveBack(keys, 1);
            }
        }
    }

    /** A stream is under way until it ends; the server calls {@code onComplete} once, also after an error. */
    private final class StreamEnd implements AsyncListener {
        private final List<String> keys;

        StreamEnd(List<String> keys) {
            this.keys = keys;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            requests.giveBack(keys, 1);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed after this.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed after this.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
