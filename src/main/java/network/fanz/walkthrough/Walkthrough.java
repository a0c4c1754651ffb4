package network.fanz.walkthrough;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./fanz journeys}: walks the flows through a running program and says what it checked. The last line of a flow is
 * {@code flow N NAME: M checks passed} or {@code flow N NAME: failed at STEP}; it exits with 1 when one failed.
 */
public final class Walkthrough {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String INVITATION = "invitation.txt";
    private static final int READY = 200;

    private final PrintStream out;

    private Walkthrough(PrintStream out) {
        this.out = out;
    }

    /** A story with a number of the seed. */
    interface Story {
        int number();

        String name();

        void walk(Flow flow, Cast cast);
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        URI url = URI.create("http://fanz.localhost:8080");
        Path data = Path.of("data");
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--url" -> url = URI.create(words.pop());
                case "--data" -> data = Path.of(words.pop());
                default -> throw new IllegalArgumentException("journeys takes --url URL and --data DIR, not " + word);
            }
        }
        String obstacle = obstacle(url, data);
        if (obstacle != null) {
            System.err.println("fanz: " + obstacle);
            System.exit(1);
        }
        System.exit(new Walkthrough(out).walk(Place.of(url, data)) ? 0 : 1);
    }

    /** Why no walk can begin, in a sentence; null if one can. */
    static @Nullable String obstacle(URI url, Path data) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            return "--url needs an address such as http://fanz.localhost:8080, not " + url;
        }
        Place place = Place.of(url, data);
        try {
            if (place.visitor().get("api", READINESS).status() != READY) {
                return "the FANZ at " + url + " is not ready";
            }
        } catch (UncheckedIOException nobody) {
            return "no FANZ answers at " + url + "; start one with ./fanz up, or name another with --url";
        }
        return KeptSignIn.exists(place) || Files.exists(data.resolve(INVITATION))
                ? null
                : "the first administrator's invitation is not in " + data
                        + "; name the data folder of that FANZ with --data";
    }

    /** Walks all flows for a test; true if every check held. */
    public static boolean all(Place place, PrintStream out) {
        return new Walkthrough(out).walk(place);
    }

    private boolean walk(Place place) {
        Cast cast = new Cast(place);
        boolean good = true;
        for (Story story :
                List.of(new RegistrationStory(), new PurchaseStory(), new MonitoringStory(), new ExecutiveStory())) {
            good &= walk(story, cast);
        }
        return good;
    }

    private boolean walk(Story story, Cast cast) {
        String title = "flow " + story.number() + " " + story.name();
        out.println(title);
        Flow flow = new Flow(out);
        try {
            story.walk(flow, cast);
            out.println(title + ": " + flow.checks() + " checks passed");
            return true;
        } catch (RuntimeException failed) {
            out.println("    failed: " + failed);
            out.println(title + ": failed at " + flow.step());
            return false;
        } finally {
            out.println();
        }
    }
}
