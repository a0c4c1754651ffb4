package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.servlet.FilterChain;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.security.ratelimit.origin.ClientAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that calls the program itself does not wait for its own turn. */
class OpenRequestFilterTest {
    private final OpenRequestFilter filter = new OpenRequestFilter(
            new AddressBudget(100, 1000),
            new AddressPace(1000, 1000, System::nanoTime),
            new AddressTurns(1, Duration.ofDays(1)));
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void theProgramsOwnCallGoesThroughWhileItsCallerRuns() {
        FilterChain own = (request, response) -> answered.incrementAndGet();
        FilterChain calling = (request, response) -> {
            filter.doFilter(call(), new MockHttpServletResponse(), own);
            answered.incrementAndGet();
        };
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> filter.doFilter(call(), new MockHttpServletResponse(), calling));
        assertThat(answered).hasValue(2);
    }

    private static MockHttpServletRequest call() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setLocalAddr("10.0.0.5");
        request.setRemoteAddr("10.0.0.5");
        request.setAttribute(ClientAddress.class.getName(), InetAddress.ofLiteral("10.0.0.5"));
        return request;
    }
}
