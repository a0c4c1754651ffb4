package network.fanz.content.compliance;

import java.util.UUID;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something that a work lacks.
 *
 * @param performer whose record or consent it is; null where it is the work's
 * @param words a sentence for people
 */
public record WorkGap(WorkGapKind kind, @Nullable UUID performer, Sentence words) {}
