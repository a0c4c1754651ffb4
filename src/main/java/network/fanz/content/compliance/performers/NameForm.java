package network.fanz.content.compliance.performers;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import network.fanz.common.PublicName;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.PerformerDetails;

/**
 * The forms of a person's name by which records are found: without capitals, accents, hyphens and apostrophes, for papers, posters and those
 * who search write them in many ways. An umlaut counts as its vowel and as the two letters that a passport's lower lines have for it.
 */
final class NameForm {
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Transliterator BARE = Transliterator.getInstance("NFD; [:Mn:] Remove; Latin-ASCII; Lower");
    private static final Transliterator SPELT_OUT =
            Transliterator.getInstance("de-ASCII; NFD; [:Mn:] Remove; Latin-ASCII; Lower");

    private NameForm() {}

    /** One or two forms; the same for two names that differ in how they are written alone. */
    static Set<String> of(String name) {
        String key = PublicName.searchKey(name);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(words(BARE.transliterate(key), key));
        forms.add(words(SPELT_OUT.transliterate(key), key));
        return forms;
    }

    /** All forms of all names of a person: the legal one whole and in its two parts, and each other one. */
    static Set<String> of(PerformerDetails details) {
        Set<String> forms = new LinkedHashSet<>(of(details.family()));
        if (!details.given().isEmpty()) {
            forms.addAll(of(details.given()));
            forms.addAll(of(details.legalName()));
            forms.addAll(of(details.family() + " " + details.given()));
        }
        details.otherNames().stream().map(OtherName::name).map(NameForm::of).forEach(forms::addAll);
        return forms;
    }

    /** A name of signs alone stays as it is. */
    private static String words(String plain, String key) {
        String words = BETWEEN.matcher(APOSTROPHES.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() ? key : words;
    }
}
