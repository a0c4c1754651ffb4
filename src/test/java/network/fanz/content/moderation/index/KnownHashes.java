package network.fanz.content.moderation.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import network.fanz.content.intelligence.PdqHash;

/** Made-up hashes: uniform, or in clumps as those of real pictures are; and the look at each of them. */
public final class KnownHashes {
    private KnownHashes() {}

    /** Every bit is a coin's. */
    public static List<PdqHash> uniform(RandomGenerator chance, int number) {
        List<PdqHash> hashes = new ArrayList<>();
        for (int made = 0; made < number; made++) {
            hashes.add(new PdqHash(chance.nextLong(), chance.nextLong(), chance.nextLong(), chance.nextLong()));
        }
        return hashes;
    }

    /**
     * Families of pictures that look alike. In a third of the bits nearly all hashes agree, and the members of a family differ from each other
     * in few of the others.
     */
    public static List<PdqHash> clustered(RandomGenerator chance, int number, int families) {
        PdqHash common = uniform(chance, 1).getFirst();
        List<PdqHash> heads = uniform(chance, families).stream()
                .map(head -> biased(chance, head, common))
                .toList();
        List<PdqHash> hashes = new ArrayList<>();
        for (int made = 0; made < number; made++) {
            hashes.add(off(chance, heads.get(chance.nextInt(families)), chance.nextInt(60)));
        }
        return hashes;
    }

    /** The hash with so many bits turned, some perhaps twice. */
    public static PdqHash off(RandomGenerator chance, PdqHash hash, int bits) {
        long[] parts = {hash.first(), hash.second(), hash.third(), hash.fourth()};
        for (int turned = 0; turned < bits; turned++) {
            int bit = chance.nextInt(PdqHash.BITS);
            parts[bit / Long.SIZE] ^= 1L << bit % Long.SIZE;
        }
        return new PdqHash(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Takes the bits of the first and the last piece of each part from what is common to all, but for one in twenty. */
    private static PdqHash biased(RandomGenerator chance, PdqHash hash, PdqHash common) {
        return new PdqHash(
                biased(chance, hash.first(), common.first()),
                biased(chance, hash.second(), common.second()),
                biased(chance, hash.third(), common.third()),
                biased(chance, hash.fourth(), common.fourth()));
    }

    private static long biased(RandomGenerator chance, long part, long common) {
        long taken = 0xFFFF_0000_0000_FC00L;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (chance.nextInt(20) == 0) {
                taken &= ~(1L << bit);
            }
        }
        return part & ~taken | common & taken;
    }

    public static HashRows rows(List<PdqHash> hashes, int from) {
        HashRows rows = new HashRows();
        for (int row = 0; row < hashes.size(); row++) {
            rows.add(from + row, hashes.get(row));
        }
        return rows;
    }

    /** What is near, found by looking at each. */
    public static Map<Long, Integer> nearByHand(List<PdqHash> hashes, List<PdqHash> wanted) {
        Map<Long, Integer> near = new HashMap<>();
        for (int row = 0; row < hashes.size(); row++) {
            for (PdqHash one : wanted) {
                int distance = one.distance(hashes.get(row));
                if (distance <= PdqIndex.RADIUS) {
                    near.merge((long) row, distance, Math::min);
                }
            }
        }
        return near;
    }
}
