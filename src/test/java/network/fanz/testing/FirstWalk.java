package network.fanz.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.UserFactory;
import network.fanz.tools.walkthrough.Walkthrough;

/**
 * What docs/operations.md says comes first on a new installation, and then the walk: the first administrator imports a sanctions list. A
 * process of its own, for whom Java trusts and where it finds names is said once a process.
 */
public final class FirstWalk {
    private FirstWalk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI url = URI.create(arguments[0]);
        ProgramAddress address = new ProgramAddress(
                url.getScheme(), url.getHost(), url.getPort(), Path.of(arguments[1]), Duration.ofSeconds(60));
        ProgramClient administrator = new UserFactory(address).administrator().client();
        administrator
                .api(
                        "POST",
                        "/api/v1/eligibility/sanctions-lists",
                        Map.of(
                                "source", "Example",
                                "publishedOn", "2026-01-31",
                                "csv", "name,born\nFamily Name Given Name,1970-12-31\n"))
                .expect(201);
        System.out.println("live events: " + firstOfLiveEvents(url, Objects.requireNonNull(administrator.token())));
        System.exit(Walkthrough.all(address, System.out) ? 0 : 1);
    }

    /** The stream is open for minutes, so a proxy that waited for its end would show nothing in time. */
    private static String firstOfLiveEvents(URI url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/security/live"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpClient client = HttpClient.newHttpClient();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> first = lines.iterator();
            return first.next() + " " + first.next();
        } finally {
            client.shutdownNow();
        }
    }
}
