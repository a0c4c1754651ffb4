package network.fanz.content.moderation;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A hash that is to be added.
 *
 * @param hash in hexadecimal digits
 * @param reference such as a case's number, never a person's name; null for none
 */
public record NewHash(
        HashAlgorithm algorithm, String hash, @Nullable String reference) {
    private static final int REFERENCE_MAX = 200;

    public NewHash {
        String small = hash.toLowerCase(Locale.ROOT);
        hash = algorithm
                .read(small)
                .map(bytes -> HexFormat.of().formatHex(bytes))
                .orElseThrow(() -> new InvalidField("hash", "This is no hash of that kind."));
        reference = reference == null || reference.isBlank()
                ? null
                : VisibleText.line("reference", reference, REFERENCE_MAX);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** Reads {@code HASH}, {@code HASH,reference} or {@code ALGORITHM,HASH,reference}; empty if it is none of these. */
    static Optional<NewHash> read(String line, HashAlgorithm otherwise) {
        List<String> cells =
                Arrays.stream(line.split(",", 3)).map(String::strip).toList();
        Optional<HashAlgorithm> named = named(cells.getFirst());
        int at = named.isPresent() ? 1 : 0;
        if (cells.size() <= at) {
            return Optional.empty();
        }
        String reference = String.join(", ", cells.subList(at + 1, cells.size()));
        try {
            return Optional.of(new NewHash(named.orElse(otherwise), cells.get(at), reference));
        } catch (InvalidField wrong) {
            return Optional.empty();
        }
    }

    private static Optional<HashAlgorithm> named(String word) {
        String plain = word.toUpperCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(HashAlgorithm.values())
                .filter(algorithm -> algorithm.name().equals(plain))
                .findFirst();
    }
}
