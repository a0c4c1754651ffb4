package network.fanz.tools.walkthrough;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Shows the sandbox's provider how old somebody is, as their browser would. */
public final class AgeDesk {
    private static final String PROOF = "/age/proof";
    private static final int OK = 200;
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration WAIT_STEP = Duration.ofMillis(150);

    private AgeDesk() {}

    /** Begins a proof, lets the provider find this, and comes back. */
    public static HttpAnswer show(ProgramClient client, String outcome) {
        HttpAnswer page = client.get("tube", PROOF).expect(OK);
        HttpAnswer vendor = client.submitForm(page, PROOF, Map.of()).expect(OK);
        return client.submitForm(vendor, vendor.path(), Map.of("outcome", outcome))
                .expect(OK);
    }

    /** Somebody whose age is known afterwards. */
    public static void assure(ProgramClient client) {
        show(client, "by_document_and_face");
        awaitWords(client, "Your age is known");
    }

    /** @throws UnexpectedAnswer if the page does not come to say so */
    public static void awaitWords(ProgramClient client, String words) {
        long start = System.nanoTime();
        while (!client.get("tube", PROOF).expect(OK).body().contains(words)) {
            if (System.nanoTime() - start > WAIT_MAX.toNanos()) {
                throw new UnexpectedAnswer("the page of ages does not say: " + words);
            }
            LockSupport.parkNanos(WAIT_STEP.toNanos());
        }
    }
}
