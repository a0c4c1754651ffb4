package network.fanz.content.intelligence;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import network.fanz.content.intelligence.WordSignals.WordPlace;

/** Finds the words of a text because of which something is said of it, by asking about parts: some twenty for thousands of words. */
final class WordPlaces {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private WordPlaces() {}

    /** The earliest end, and from there the latest beginning, with which it is still said; the whole where parts say otherwise. */
    static WordPlace shortest(String text, Predicate<String> isSaid) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        WordPlace whole = new WordPlace(0, text.length());
        if (words.isEmpty()) {
            return whole;
        }
        int last = first(
                words.size(), at -> isSaid.test(text.substring(0, words.get(at).end())));
        int end = words.get(last).end();
        int back = first(
                last + 1, at -> isSaid.test(text.substring(words.get(last - at).start(), end)));
        WordPlace place = new WordPlace(words.get(last - back).start(), end);
        return isSaid.test(text.substring(place.from(), place.to())) ? place : whole;
    }

    /** The first of so many for which it is so, provided that it is so for all behind it; the last if it is so for none before. */
    private static int first(int many, IntPredicate isSo) {
        int from = 0;
        int to = many - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isSo.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
