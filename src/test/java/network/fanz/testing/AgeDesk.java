package network.fanz.testing;

import java.util.Map;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import org.awaitility.Awaitility;

/** Shows the sandbox's provider how old somebody is, as their browser would. */
public final class AgeDesk {
    private static final String PROOF = "/age/proof";

    private AgeDesk() {}

    /** Begins a proof, lets the provider find this, and comes back. */
    public static HttpAnswer show(ProgramClient client, String outcome) {
        HttpAnswer page = client.get("tube", "/age/proof").expect(200);
        HttpAnswer vendor = client.submitForm(page, PROOF, Map.of()).expect(200);
        return client.submitForm(vendor, vendor.path(), Map.of("outcome", outcome))
                .expect(200);
    }

    /** Somebody whose age is known afterwards. */
    public static void assure(ProgramClient client) {
        show(client, "by_document_and_face");
        awaitWords(client, "Your age is known");
    }

    public static void awaitWords(ProgramClient client, String words) {
        Awaitility.await("a page that says " + words)
                .until(() -> client.get("tube", "/age/proof").expect(200).body().contains(words));
    }
}
