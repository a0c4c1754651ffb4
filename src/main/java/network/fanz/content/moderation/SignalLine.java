package network.fanz.content.moderation;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What software says of something, beside what the policy asks for.
 *
 * @param name of the signal
 * @param score between 0 and 1
 * @param model what has said it, with its version
 * @param threshold from which score on a rule speaks; null if none asks for it
 */
public record SignalLine(
        String name,
        BigDecimal score,
        String model,
        @Nullable BigDecimal threshold) {
    /** What software can say. A policy that asks for anything else is refused. */
    public static final Set<String> NAMES = Set.of(
            "nsfw.porn",
            "nsfw.hentai",
            "nsfw.sexy",
            "nsfw.drawing",
            "nsfw.neutral",
            "text.contact",
            "text.off_platform_payment",
            "text.phrase",
            "ai.marked",
            "c2pa.present",
            "near_duplicate");

    /** Whether a rule speaks because of it. */
    public boolean isOver() {
        return threshold != null && score.compareTo(threshold) >= 0;
    }
}
