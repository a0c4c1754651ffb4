package network.fanz.content.compliance.agreement;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;

/**
 * Whether two writings are of one person's name. Documents write names in capitals, without accents, the family first, or with all given
 * names; a signature has at least two of the document's words, or the one that there is, and no other.
 */
final class LegalName {
    private static final int WORDS_NEEDED = 2;

    private LegalName() {}

    static boolean isSame(String typed, String onDocument) {
        List<String> words = words(typed);
        List<String> document = words(onDocument);
        return words.size() >= Math.min(WORDS_NEEDED, document.size())
                && !words.isEmpty()
                && document.containsAll(words)
                && words.stream().distinct().count() == words.size();
    }

    private static List<String> words(String name) {
        String folded = Normalizer2.getNFKCCasefoldInstance().normalize(name);
        String plain = Transliterator.getInstance("NFD; [:Nonspacing Mark:] Remove; NFC")
                .transliterate(folded);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
