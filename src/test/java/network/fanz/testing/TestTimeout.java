package network.fanz.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what must come, unless it says so itself: long enough for a machine that is busy with something else. What
 * comes is not waited for any longer, so only a failure takes its time.
 */
public final class TestTimeout implements BeforeAllCallback {
    public static final Duration MAX = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(MAX);
    }
}
