package network.fanz.content.compliance.agreement;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether two writings are of one person's name. Documents write names in capitals, without accents, the family first, or with all given
 * names; a signature has at least two of the document's words, or the one that there is, and no other.
 */
public final class LegalName {
    private static final int WORDS_NEEDED = 2;

    private LegalName() {}

    public static boolean isSame(String typed, String onDocument) {
        List<String> words = words(typed);
        List<String> left = new ArrayList<>(words(onDocument));
        return !words.isEmpty()
                && words.size() >= Math.min(WORDS_NEEDED, left.size())
                && words.stream().allMatch(left::remove);
    }

    /** Whether they have the same words, in whatever order: none is left out. */
    public static boolean isWhole(String typed, String onRecord) {
        return isSame(typed, onRecord) && isSame(onRecord, typed);
    }

    private static List<String> words(String name) {
        String folded = Normalizer2.getNFKCCasefoldInstance().normalize(name);
        String plain = Transliterator.getInstance("NFD; [[:Mn:]&[:sc=Zinh:]] Remove; NFC")
                .transliterate(folded);
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
