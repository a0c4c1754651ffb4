package network.fanz.tools.walkthrough;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the sandbox's provider of identity checks who somebody is, as their browser would. */
public final class IdentityDesk {
    public static final String NAME = "Ada Maker";

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String CHECK = "/api/v1/compliance/verification";

    private IdentityDesk() {}

    /** Begins a check and shows a document that is good, of somebody old enough. */
    public static void show(SignedInUser creator, String outcome) {
        show(creator, outcome, "1990-04-05", null);
    }

    /**
     * The same with a birthday and the document's last day.
     *
     * @param expires null for the one that the page proposes
     */
    public static void show(SignedInUser creator, String outcome, String born, @Nullable String expires) {
        show(creator, outcome, born, expires, NAME);
    }

    /** The same with another name on the document. */
    public static void show(SignedInUser creator, String outcome, String born, @Nullable String expires, String name) {
        ProgramClient client = creator.client();
        String path =
                URI.create(client.api("POST", CHECK).expect(200).text("page")).getPath();
        HttpAnswer page = client.get("auth", path).expect(200);
        Map<String, String> fields = new LinkedHashMap<>(page.hiddenFields(path));
        fields.put("name", name);
        fields.put("born", born);
        fields.put("expires", expires == null ? proposed(page) : expires);
        fields.put("outcome", outcome);
        client.submit("auth", path, fields);
    }

    private static String proposed(HttpAnswer page) {
        return page.body().replaceAll("(?s).*name=\"expires\"[^>]*value=\"([0-9-]+)\".*", "$1");
    }

    /** Waits until the creator's check has come there. */
    public static void await(SignedInUser creator, String state) {
        long end = System.nanoTime() + WAIT.toNanos();
        while (!creator.client().api("GET", CHECK).expect(200).text("state").equals(state)) {
            if (System.nanoTime() > end) {
                throw new UnexpectedAnswer("the check of identity does not become " + state);
            }
            pause();
        }
    }

    /** Signs the agreement in force in the name that the document has. */
    public static void sign(SignedInUser creator) {
        int number = creator.client()
                .api("GET", "/api/v1/compliance/agreement")
                .expect(200)
                .json()
                .path("agreement")
                .path("number")
                .asInt();
        creator.client()
                .api(
                        "POST",
                        "/api/v1/compliance/agreement/signature",
                        Map.of("number", number, "name", NAME, "agreed", true))
                .expect(204);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("stopped while waiting for a check of identity");
        }
    }
}
