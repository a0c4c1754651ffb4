package network.fanz.content.compliance;

import java.util.UUID;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something that a record lacks.
 *
 * @param document which document is meant; null where it is the person or the whole
 * @param words a sentence for people
 */
public record RecordGap(RecordGapKind kind, @Nullable UUID document, Sentence words) {}
