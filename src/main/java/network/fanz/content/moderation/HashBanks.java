package network.fanz.content.moderation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import network.fanz.content.intelligence.FileDigests;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.content.intelligence.PictureLook;
import network.fanz.content.moderation.HashVerdict.HashAnswer;
import network.fanz.content.moderation.index.PdqIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Says of a file's hashes what all banks that are switched on know of them. */
@Component
public class HashBanks {
    private static final Logger LOG = LoggerFactory.getLogger(HashBanks.class);

    private final BankIndex index;
    private final BankedHashStore hashes;

    HashBanks(BankIndex index, BankedHashStore hashes) {
        this.index = index;
        this.hashes = hashes;
    }

    /**
     * Looks a file up in all banks, in all its looks and forms. It never fails: what cannot be said now is
     * {@link HashVerdict.HashAnswer#NOT_READY}, and holds like every other answer but {@link HashVerdict.HashAnswer#CLEAN}.
     */
    public HashVerdict check(ImageHashes file) {
        HashVerdict found = check(digests(file.digests()), looks(file));
        return found.answer() == HashAnswer.CLEAN ? HashVerdict.of(file, List.of()) : found;
    }

    /** The number of the last change of any bank: as long as it stays, a look finds what it found before. */
    long change() {
        return index.change();
    }

    /** The same by hashes that were computed before; it never says unhashable. */
    HashVerdict check(Map<HashAlgorithm, String> digests, List<PdqHash> looks) {
        try {
            return index.current()
                    .map(current -> HashVerdict.ofMatches(hashes.inForce(digests, current.near(looks))))
                    .orElseGet(HashVerdict::notReady);
        } catch (DataAccessException | CannotCreateTransactionException away) {
            LOG.warn("The banks of hashes could not be asked");
            return HashVerdict.notReady();
        }
    }

    /**
     * Looks a file's bytes up, whatever it looks like. It never fails; without a match nothing is said of it but
     * {@link HashVerdict.HashAnswer#UNHASHABLE}.
     */
    HashVerdict checkBytes(FileDigests file) {
        try {
            return index.current().isEmpty()
                    ? HashVerdict.notReady()
                    : HashVerdict.ofBytes(hashes.inForce(digests(file), Map.of()));
        } catch (DataAccessException | CannotCreateTransactionException away) {
            LOG.warn("The banks of hashes could not be asked");
            return HashVerdict.notReady();
        }
    }

    /**
     * Everything that one hash matches.
     *
     * @throws BanksNotReady if this node cannot say now
     */
    List<BankMatch> matches(NewHash hash) {
        PdqIndex current = index.current().orElseThrow(BanksNotReady::new);
        return PdqHash.read(hash.hash())
                .filter(look -> !hash.algorithm().isExact())
                .map(look -> hashes.inForce(Map.of(), current.near(List.of(look))))
                .orElseGet(() -> hashes.inForce(Map.of(hash.algorithm(), hash.hash()), Map.of()));
    }

    static Map<HashAlgorithm, String> digests(FileDigests file) {
        Map<HashAlgorithm, String> digests = new EnumMap<>(HashAlgorithm.class);
        digests.put(HashAlgorithm.SHA256, file.sha256());
        digests.put(HashAlgorithm.SHA1, file.sha1());
        digests.put(HashAlgorithm.MD5, file.md5());
        return digests;
    }

    /** A look that shows too little comes near to any other such look, and says nothing. */
    static List<PdqHash> looks(ImageHashes file) {
        List<PdqHash> wanted = new ArrayList<>();
        file.looks().stream().filter(PictureLook::isHashable).forEach(look -> wanted.addAll(look.forms()));
        return wanted;
    }
}
