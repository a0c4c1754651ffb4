package network.fanz.content.moderation;

import java.util.List;
import network.fanz.content.intelligence.ImageHashes;

/**
 * What the banks say of a file. Only {@link HashAnswer#CLEAN} lets it go on; all else holds.
 *
 * @param matches the gravest first; none unless it is a match
 */
public record HashVerdict(HashAnswer answer, List<BankMatch> matches) {
    /** Every other answer than {@link #CLEAN} holds. */
    public enum HashAnswer {
        /** All of its looks could be hashed, and no bank that is switched on has anything near. */
        CLEAN,
        MATCH,
        /** Nothing matches, and that says nothing: it could not be read, or shows too little to be told from others. */
        UNHASHABLE,
        /** This node cannot say now what the banks hold. Ask again. */
        NOT_READY
    }

    public HashVerdict {
        matches = matches.stream().sorted(BankMatch.GRAVEST).toList();
        if ((answer == HashAnswer.MATCH) == matches.isEmpty()) {
            throw new IllegalArgumentException("A match has matches, and nothing else has");
        }
    }

    static HashVerdict notReady() {
        return new HashVerdict(HashAnswer.NOT_READY, List.of());
    }

    static HashVerdict of(ImageHashes file, List<BankMatch> matches) {
        HashAnswer otherwise = file.isHashable() ? HashAnswer.CLEAN : HashAnswer.UNHASHABLE;
        return new HashVerdict(matches.isEmpty() ? otherwise : HashAnswer.MATCH, matches);
    }

    static HashVerdict ofBytes(List<BankMatch> matches) {
        return new HashVerdict(matches.isEmpty() ? HashAnswer.UNHASHABLE : HashAnswer.MATCH, matches);
    }

    static HashVerdict ofMatches(List<BankMatch> matches) {
        return new HashVerdict(matches.isEmpty() ? HashAnswer.CLEAN : HashAnswer.MATCH, matches);
    }

    /** Whether it must be sealed: nobody sees it any more. */
    public boolean seals() {
        return matches.stream().anyMatch(match -> match.meaning() == BankMeaning.CHILD_SAFETY);
    }
}
