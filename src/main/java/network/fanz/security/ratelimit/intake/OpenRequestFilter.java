package network.fanz.security.ratelimit.intake;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import network.fanz.security.ratelimit.origin.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests of an address, and of all, be under way at once, fewer of them run, and an address ask so fast. It stands before
 * all that costs anything. Who is too fast is told so and loses the line, with all that was sent ahead on it.
 */
final class OpenRequestFilter extends OncePerRequestFilter {
    private static final String TURN = OpenRequestFilter.class.getName() + ".turn";

    private final AddressBudget requests;
    private final AddressPace pace;
    private final AddressTurns turns;

    OpenRequestFilter(AddressBudget requests, AddressPace pace, AddressTurns turns) {
        this.requests = requests;
        this.pace = pace;
        this.turns = turns;
    }

    /** Does what waits for the sender, while others may run. */
    static byte[] whileOthersRun(HttpServletRequest request, Supplier<byte[]> waiting) {
        if (!(request.getAttribute(TURN) instanceof AddressTurns.Turn turn)) {
            return waiting.get();
        }
        turn.pause();
        try {
            return waiting.get();
        } finally {
            turn.resume();
        }
    }

    /** For a request that waits for its sender for as long as it lives: it has had its turn. */
    static void letOthersRun(HttpServletRequest request) {
        if (request.getAttribute(TURN) instanceof AddressTurns.Turn turn) {
            turn.pause();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Requests that were sent ahead on one line would otherwise run one after the other, before anybody else's.
        Thread.yield();
        List<String> keys = AddressKeys.of(ClientAddress.of(request));
        if (!pace.take(keys)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            throw new TooMuchAtOnce();
        }
        BudgetProblems.refuseUnlessTaken(requests.take(keys, 1));
        boolean streams = false;
        try (AddressTurns.Turn turn = turns.take(isOwnMachine(request) ? List.of() : keys)) {
            request.setAttribute(TURN, turn);
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

    /**
     * Whether the caller is this machine by the very address that it calls, as the program does when it calls itself: such a call would
     * otherwise wait for the turn of the request that waits for it.
     */
    private static boolean isOwnMachine(HttpServletRequest request) {
        return ClientAddress.of(request).getHostAddress().equals(request.getLocalAddr());
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
