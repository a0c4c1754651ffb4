package network.fanz.content.moderation;

import java.util.Comparator;
import java.util.UUID;

/**
 * A banked hash that a file has, or comes near to.
 *
 * @param hash its number in the bank
 * @param distance in how many of 256 bits a PDQ hash differs; 0 for a digest
 */
public record BankMatch(UUID bank, long hash, BankMeaning meaning, HashAlgorithm algorithm, int distance) {
    /** The gravest meaning first, then what is exact, then what is nearest. */
    static final Comparator<BankMatch> GRAVEST = Comparator.comparing(BankMatch::meaning)
            .thenComparing(match -> !match.isExact())
            .thenComparing(BankMatch::distance)
            .thenComparing(BankMatch::hash);

    /** Whether it is the same file, byte for byte. A near match is a picture that looks alike, and people decide about it. */
    public boolean isExact() {
        return algorithm.isExact();
    }
}
