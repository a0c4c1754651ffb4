package network.fanz.content.moderation.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import network.fanz.content.moderation.ModerationPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policy that is in force, as the database has it at each look. The first version is a file of the program. */
@Component
public class PolicyBook {
    static final int FIRST = 1;

    private static final String FILE = "/moderation/policy.json";

    private final PolicyStore store;
    private final LivePolicy first = new LivePolicy(FIRST, PolicyReading.read(file()));
    /** A version never changes, so the last one read is read once. */
    private volatile @Nullable LivePolicy latest;

    PolicyBook(PolicyStore store) {
        this.store = store;
    }

    /** @param number of its version */
    public record LivePolicy(int number, ModerationPolicy policy) {}

    public LivePolicy live() {
        int number = store.liveNumber().orElse(FIRST);
        if (number == FIRST) {
            return first;
        }
        LivePolicy known = latest;
        if (known == null || known.number() != number) {
            known = new LivePolicy(
                    number, PolicyReading.read(store.find(number).orElseThrow().document()));
            latest = known;
        }
        return known;
    }

    static String file() {
        try (InputStream file = PolicyBook.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
