package network.fanz.content.moderation.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import network.fanz.content.intelligence.PdqHash;

/** The index finds what a look at every hash finds, whatever the hashes are. */
class PdqIndexProperties {
    @Property(tries = 15)
    void findsInUniformHashesWhatALookAtEachFinds(@ForAll long seed) {
        Random chance = new Random(seed);
        List<PdqHash> hashes = new ArrayList<>(KnownHashes.uniform(chance, 20_000));
        List<PdqHash> wanted = near(chance, hashes);
        assertThat(PdqIndex.of(KnownHashes.rows(hashes, 0)).near(wanted))
                .isEqualTo(KnownHashes.nearByHand(hashes, wanted))
                .isNotEmpty();
    }

    @Property(tries = 15)
    void findsInClumpsWhatALookAtEachFinds(@ForAll long seed) {
        Random chance = new Random(seed);
        List<PdqHash> hashes = KnownHashes.clustered(chance, 20_000, 1 + chance.nextInt(400));
        List<PdqHash> wanted = near(chance, hashes);
        assertThat(PdqIndex.of(KnownHashes.rows(hashes, 0)).near(wanted))
                .isEqualTo(KnownHashes.nearByHand(hashes, wanted))
                .isNotEmpty();
    }

    @Property(tries = 15)
    void findsWhatCameLaterBeforeAndAfterItIsSorted(@ForAll long seed) {
        Random chance = new Random(seed);
        List<PdqHash> hashes = KnownHashes.clustered(chance, 12_000, 50);
        List<PdqHash> wanted = near(chance, hashes);
        PdqIndex index = PdqIndex.of(KnownHashes.rows(hashes.subList(0, 6_000), 0))
                .with(KnownHashes.rows(hashes.subList(6_000, 9_000), 6_000));
        PdqIndex later = index.with(KnownHashes.rows(hashes.subList(9_000, 12_000), 9_000));
        PdqIndex sorted = index.sorted().withNewestOf(later, index.newestSize());
        assertThat(Stream.of(later, sorted, sorted.sorted()))
                .allSatisfy(one -> assertThat(one.size()).isEqualTo(12_000))
                .allSatisfy(one -> assertThat(one.near(wanted)).isEqualTo(KnownHashes.nearByHand(hashes, wanted)));
    }

    /** Bits that are all in one piece, or spread so that no piece has more than two of them. */
    @Example
    void findsWhatIsAsFarOffAsMayBe() {
        Random chance = new Random(1);
        List<PdqHash> hashes = KnownHashes.uniform(chance, 10_000);
        PdqIndex index = PdqIndex.of(KnownHashes.rows(hashes, 0));
        PdqHash known = hashes.get(77);
        PdqHash together = new PdqHash(known.first() ^ 0x7FFF_FFFFL, known.second(), known.third(), known.fourth());
        long spread = 0x8001_8001_8001_8001L;
        PdqHash apart = new PdqHash(
                known.first() ^ spread, known.second() ^ spread, known.third() ^ spread, known.fourth() ^ spread & ~1L);
        PdqHash tooFar = new PdqHash(
                known.first() ^ spread, known.second() ^ spread, known.third() ^ spread, known.fourth() ^ spread);
        assertThat(index.near(List.of(together))).containsEntry(77L, 31);
        assertThat(index.near(List.of(apart))).containsEntry(77L, 31);
        assertThat(index.near(List.of(tooFar))).doesNotContainKey(77L);
        assertThat(PdqIndex.of(new HashRows()).near(List.of(known))).isEmpty();
        assertThat(index.near(List.of())).isEmpty();
    }

    /** Hashes that are near some of these, on both sides of the limit, and some that are near none. */
    private static List<PdqHash> near(Random chance, List<PdqHash> hashes) {
        List<PdqHash> wanted = new ArrayList<>(KnownHashes.uniform(chance, 2));
        for (int bits : new int[] {0, 5, 20, 29, 31, 33, 36, 45}) {
            wanted.add(KnownHashes.off(chance, hashes.get(chance.nextInt(hashes.size())), bits));
        }
        return wanted;
    }
}
