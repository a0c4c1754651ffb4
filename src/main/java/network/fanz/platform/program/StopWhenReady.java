package network.fanz.platform.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/** In the build's training run: asks the program for a few pages, so that the JDK learns what they need, and ends it. */
final class StopWhenReady {
    private static final List<String> PAGES =
            List.of("/actuator/health/readiness", "/", "/sign-in", "/api/openapi.json");
    private static final int WAIT_MAX_MILLIS = 10_000;

    private final boolean wanted;

    StopWhenReady(boolean wanted) {
        this.wanted = wanted;
    }

    @EventListener
    void onChange(AvailabilityChangeEvent<ReadinessState> change) {
        if (wanted
                && change.getState() == ReadinessState.ACCEPTING_TRAFFIC
                && change.getSource() instanceof WebServerApplicationContext context) {
            PAGES.forEach(page -> ask(context, page));
            ConfigurableApplicationContext program = (ConfigurableApplicationContext) context;
            Thread.ofPlatform().name("stop-when-ready").start(() -> System.exit(SpringApplication.exit(program)));
        }
    }

    private static void ask(WebServerApplicationContext context, String page) {
        int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
            connection.setReadTimeout(WAIT_MAX_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.getResponseCode();
            connection.disconnect();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
