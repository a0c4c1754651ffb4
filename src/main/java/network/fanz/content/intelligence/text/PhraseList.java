package network.fanz.content.intelligence.text;

import java.util.List;

/**
 * Phrases that mean the same to those who look.
 *
 * @param signal what a match is called
 * @param about what they are about, in English
 * @param score of a match, from 0 to 1: how much one alone says
 */
record PhraseList(String signal, String about, double score, List<String> phrases) {
    PhraseList {
        phrases = List.copyOf(phrases);
    }
}
