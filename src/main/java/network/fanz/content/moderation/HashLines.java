package network.fanz.content.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;

/** Many hashes as people paste them: one a line. One bad line refuses all of them, and is named. */
public final class HashLines {
    /** How many are added at once. */
    public static final int MAX = 5000;

    private static final int NAMED_MAX = 20;

    private HashLines() {}

    /**
     * Reads lines of {@code HASH}, {@code HASH,reference} or {@code ALGORITHM,HASH,reference}; empty ones are passed over.
     *
     * @param field what the text is called where it comes from
     * @param otherwise of lines that name no algorithm
     * @throws InvalidField if there is none, there are too many, or some are no hashes
     */
    public static List<NewHash> read(String field, String text, HashAlgorithm otherwise) {
        List<NewHash> hashes = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                Optional<NewHash> read = NewHash.read(line, otherwise);
                read.ifPresent(hashes::add);
                if (read.isEmpty()) {
                    bad.add(number);
                }
            }
        }
        refuseBad(field, bad);
        if (hashes.isEmpty()) {
            throw new InvalidField(field, "Write at least one hash.");
        }
        requireFew(field, hashes.size());
        return hashes;
    }

    /** @throws InvalidField if they are too many to be added at once */
    static void requireFew(String field, int hashes) {
        if (hashes > MAX) {
            throw new InvalidField(field, Sentence.of("At most {0} are added at once.", MAX));
        }
    }

    /** @throws InvalidField if there are any, with the numbers of the first */
    static void refuseBad(String field, List<Integer> lines) {
        String named = lines.stream().limit(NAMED_MAX).map(String::valueOf).collect(Collectors.joining(", "));
        if (lines.size() > NAMED_MAX) {
            throw new InvalidField(
                    field,
                    Sentence.of(
                            "Nothing was added. These lines hold no hash of that kind, or a reference that is too long: {0}, and {1} more.",
                            named, lines.size() - NAMED_MAX));
        }
        if (!lines.isEmpty()) {
            throw new InvalidField(
                    field,
                    Sentence.of(
                            "Nothing was added. These lines hold no hash of that kind, or a reference that is too long: {0}.",
                            named));
        }
    }
}
