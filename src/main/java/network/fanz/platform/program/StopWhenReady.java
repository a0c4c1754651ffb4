package network.fanz.platform.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import network.fanz.common.ServerAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/** In the build's training run: asks the program for a few pages, so that the JDK learns what they need, and ends it. */
final class StopWhenReady {
    /** Host and path. A page that is not there teaches something too. */
    private static final List<String[]> PAGES = List.of(
            new String[] {"fanz.localhost", "/actuator/health/readiness"},
            new String[] {"tube.fanz.localhost", "/"},
            new String[] {"auth.fanz.localhost", "/sign-in"});

    private static final int WAIT_MAX_MILLIS = 120_000;

    private final boolean wanted;

    StopWhenReady(boolean wanted) {
        this.wanted = wanted;
    }

    @EventListener
    void onChange(AvailabilityChangeEvent<ReadinessState> change) {
        if (wanted
                && change.getState() == ReadinessState.ACCEPTING_TRAFFIC
                && change.getSource() instanceof WebServerApplicationContext context) {
            ServerAddress server = new ServerAddress(context.getEnvironment());
            PAGES.forEach(page -> ask(server, page[0], page[1]));
            ConfigurableApplicationContext program = (ConfigurableApplicationContext) context;
            Thread.ofPlatform().name("stop-when-ready").start(() -> System.exit(SpringApplication.exit(program)));
        }
    }

    /** By hand, for Java's own clients neither know names below .localhost nor let a caller name the host. */
    private static void ask(ServerAddress server, String host, String path) {
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + server.port() + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(server.host(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(WAIT_MAX_MILLIS);
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
