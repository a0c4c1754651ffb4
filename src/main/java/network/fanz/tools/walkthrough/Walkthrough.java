package network.fanz.tools.walkthrough;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./fanz journeys}: walks the flows through a running program and says what it checked. The last line of a flow is
 * {@code flow N NAME: M checks passed} or {@code flow N NAME: failed at STEP}; it exits with 1 when one failed.
 */
public final class Walkthrough {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String INVITATION = "invitation.txt";
    private static final int OK = 200;
    /** A walk is one stranger in a hurry; a limit that asks it to wait is waited for, but not for ever. */
    private static final Duration RETRY_MAX = Duration.ofSeconds(90);

    private static final String BRAND = "tube";
    private static final Pattern BRAND_LINK = Pattern.compile("\"(https?://)" + BRAND + "\\.([^/\"]+)");
    /** The last label of a name has a letter (RFC 1123, 2.1); that of an IPv4 address has none, and IPv6 stands in brackets. */
    private static final Pattern IN_NUMBERS = Pattern.compile("(^|\\.)[0-9]+$|^\\[");

    private final PrintStream out;

    private Walkthrough(PrintStream out) {
        this.out = out;
    }

    /** A story with a number of the seed. */
    interface WalkthroughFlow {
        int number();

        String name();

        void walk(FlowReport report, FlowUsers users);
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String url = "http://fanz.localhost:8080";
        Path data = Path.of("data");
        Deque<String> remaining = new ArrayDeque<>(List.of(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            switch (argument) {
                case "--url" -> url = remaining.pop();
                case "--data" -> data = Path.of(remaining.pop());
                default ->
                    throw new IllegalArgumentException("journeys takes --url URL and --data DIR, not " + argument);
            }
        }
        String obstacle = obstacle(url, data);
        if (obstacle != null) {
            System.err.println("fanz: " + obstacle);
            System.exit(1);
        }
        System.exit(new Walkthrough(out).walk(ProgramAddress.of(URI.create(url), data, RETRY_MAX)) ? 0 : 1);
    }

    /** Why no walk can begin, in a sentence; null if one can. */
    static @Nullable String obstacle(String url, Path data) {
        if (!isParentDomain(url)) {
            return "--url needs the brands' parent domain and the port, as in http://fanz.localhost:8080, not " + url;
        }
        ProgramAddress address = ProgramAddress.of(URI.create(url), data, RETRY_MAX);
        try {
            if (address.client().get("api", READINESS).status() != OK) {
                return "the FANZ at " + url + " is not ready";
            }
            if (!address.client().get(BRAND, "/help").body().contains("data-brand=\"" + BRAND + "\"")) {
                return "a FANZ answers at " + url + ", but its brands are not below that name"
                        + brandsParent(address)
                                .map(parent -> "; try --url " + parent)
                                .orElse("");
            }
        } catch (UncheckedIOException nobody) {
            return "no FANZ answers at " + url + "; start one with ./fanz up, or name another with --url"
                    + (nobody.getCause() instanceof SSLException distrust ? " (" + distrust.getMessage() + ")" : "");
        }
        return SavedCredentials.exists(address) || Files.exists(data.resolve(INVITATION))
                ? null
                : "the first administrator's invitation is not in " + data
                        + "; name the data folder of that FANZ with --data";
    }

    /** Where the page of all brands says that they are; any name that is no brand leads to it. */
    private static Optional<String> brandsParent(ProgramAddress address) {
        return BRAND_LINK
                .matcher(address.client().get("no-brand", "/").body())
                .results()
                .map(link -> link.group(1) + link.group(2))
                .findFirst();
    }

    /** Brands are names below it, so an address in numbers cannot be one; a path would be dropped without a word. */
    private static boolean isParentDomain(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && host != null
                    && !IN_NUMBERS.matcher(host).find()
                    && uri.getUserInfo() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Walks all flows for a test; true if every check held. */
    public static boolean all(ProgramAddress address, PrintStream out) {
        return new Walkthrough(out).walk(address);
    }

    private boolean walk(ProgramAddress address) {
        FlowUsers users = new FlowUsers(address);
        boolean good = true;
        for (WalkthroughFlow walkthroughFlow : List.of(
                new RegistrationFlow(),
                new ContentFlow(),
                new PurchaseFlow(),
                new MonitoringFlow(),
                new ExecutiveFlow())) {
            good &= walk(walkthroughFlow, users);
        }
        return good;
    }

    private boolean walk(WalkthroughFlow walkthroughFlow, FlowUsers users) {
        String title = "flow " + walkthroughFlow.number() + " " + walkthroughFlow.name();
        out.println(title);
        FlowReport report = new FlowReport(out);
        try {
            walkthroughFlow.walk(report, users);
            out.println(title + ": " + report.checks() + " checks passed");
            return true;
        } catch (RuntimeException failed) {
            out.println("    failed: " + failed);
            out.println(title + ": failed at " + report.step());
            return false;
        } finally {
            out.println();
        }
    }
}
