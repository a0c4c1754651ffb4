package network.fanz.content.intelligence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 bits that say roughly what a picture looks like (PDQ, Meta 2019). Two of one picture differ in few bits, two of unrelated ones in
 * about half.
 *
 * @param first the highest 64 bits, which are written first
 */
public record PdqHash(long first, long second, long third, long fourth) {
    public static final int BITS = 256;

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int DIGITS_A_PART = 16;
    private static final int BASE = 16;

    /** Reads 64 hexadecimal digits; empty if it is anything else. */
    public static Optional<PdqHash> read(String text) {
        return WRITTEN.matcher(text).matches()
                ? Optional.of(new PdqHash(part(text, 0), part(text, 1), part(text, 2), part(text, 3)))
                : Optional.empty();
    }

    private static long part(String text, int number) {
        return Long.parseUnsignedLong(text, number * DIGITS_A_PART, (number + 1) * DIGITS_A_PART, BASE);
    }

    /** In how many bits it differs from another. */
    public int distance(PdqHash other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /** 64 hexadecimal digits, as hashes are exchanged. */
    public String hex() {
        return "%016x%016x%016x%016x".formatted(first, second, third, fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}
