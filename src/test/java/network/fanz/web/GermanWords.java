package network.fanz.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.fanz.common.Language;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says in German, beside what it says in English: whatever reads the same in both is a name, a code, or has not been translated.
 */
final class GermanWords {
    private static final Map<String, String> WORDS = read();
    private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}{3,}");
    /** Both languages have the word, also with a value in it or in one template alone. */
    private static final Pattern SHARED = Pattern.compile(WORDS.entrySet().stream()
            .filter(words -> words.getKey().replaceFirst("[a-z]+/[a-z-]+: ", "").equals(words.getValue()))
            .filter(words -> LETTERS.matcher(words.getValue()).find())
            .map(words -> Pattern.quote(words.getValue()).replaceAll("\\{\\d}", "\\\\E.+\\\\Q"))
            .collect(Collectors.joining("|")));

    /** What people in the tests are called, have written, report from outside, or sign in with. */
    private static final Set<String> OF_PEOPLE =
            Set.of("Somebody", "W" + "w".repeat(49), "The bank charged twice", "shown", "Java", "Chrome on Linux");

    private static final Set<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::title).collect(Collectors.toSet());

    /** Months of the same name. */
    private static final Pattern MONTH = Pattern.compile("(April|August|September|November) [0-9]{4}");

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.GERMAN))
            .collect(Collectors.toSet());

    /** Somebody's name with the end of their account's id. */
    private static final Pattern PERSON = Pattern.compile(".* …[0-9a-f]{8}");
    /** Codes, addresses, file names, brands and amounts. */
    private static final Pattern CODE =
            Pattern.compile("[\\p{Lu}\\d_*]{2,}|[\\w.+-]+@[\\w.-]+|[\\w-]*[._/:\\d][\\w./:%#?=&-]*|[Ff]anz\\p{L}*");

    private GermanWords() {}

    private static Map<String, String> read() {
        try {
            return JsonMapper.shared()
                    .readValue(
                            Files.readString(Path.of("src", "main", "resources", "words", "de.json")),
                            new TypeReference<Map<String, String>>() {});
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** What the page that is open says in English to a reader of German. */
    @SuppressWarnings("unchecked")
    static List<String> missing(Page page) {
        List<String> same = (List<String>) page.evaluate("""
                async () => {
                  const kept = 'script, style, code, pre, textarea, bdi, time, .mono, [translate=no], [lang]:not(html), [dir=auto]';
                  const texts = async language => {
                    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'accept-language': language } });
                    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    if (page.documentElement.lang !== language) return [`lang=${page.documentElement.lang}, ${answer.status}`];
                    const all = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
                    const found = page.querySelector('[translate=no] h1, h1[translate=no]') ? [] : [page.title];
                    while (all.nextNode()) if (!all.currentNode.parentElement.closest(kept)) found.push(all.currentNode.data);
                    for (const it of page.querySelectorAll('[aria-label], [title], [placeholder], [data-label], [alt]'))
                      for (const name of ['aria-label', 'title', 'placeholder', 'data-label', 'alt'])
                        if (it.hasAttribute(name) && !it.closest(kept)) found.push(it.getAttribute(name));
                    return found.map(it => it.replace(/\\s+/g, ' ').trim()).filter(it => it);
                  };
                  const english = new Set(await texts('en'));
                  return [...new Set(await texts('de'))].filter(it => english.has(it) || it.startsWith('lang='));
                }
                """);
        return same.stream()
                .map(text -> text.replaceFirst(" · Fanz\\p{L}*$", "").replaceFirst(",$", ""))
                .filter(text -> !Arrays.stream(text.split(", "))
                                .allMatch(part -> SHARED.matcher(part).matches())
                        && !COUNTRIES.contains(text))
                .filter(text -> !OF_PEOPLE.contains(text) && !LANGUAGES.contains(text))
                .filter(text ->
                        !PERSON.matcher(text).matches() && !MONTH.matcher(text).matches())
                .filter(GermanWords::isWords)
                .toList();
    }

    /** Shows the page that is open in German, for a look at its shape: its words are longer. */
    static void put(Page page) {
        page.evaluate("""
                async () => {
                  const answer = await fetch(location.href, { headers: { accept: 'text/html', 'accept-language': 'de' } });
                  const german = new DOMParser().parseFromString(await answer.text(), 'text/html');
                  document.documentElement.lang = 'de';
                  document.documentElement.dir = '';
                  document.body.innerHTML = german.body.innerHTML;
                }
                """);
    }

    private static boolean isWords(String text) {
        return Arrays.stream(text.split("[ ,;()“”„]+"))
                .anyMatch(word ->
                        LETTERS.matcher(word).find() && !CODE.matcher(word).matches());
    }
}
