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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says in German, beside what it says in English: whatever reads the same in both is a name, a code, or has not been translated.
 */
final class GermanWords {
    private static final Map<String, String> WORDS = read();
    /** Both languages have the word. */
    private static final Set<String> SHARED = WORDS.entrySet().stream()
            .filter(words -> words.getKey().equals(words.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.GERMAN))
            .collect(Collectors.toSet());

    private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}{3,}");
    /** Somebody's name with the end of their account's id. */
    private static final Pattern PERSON = Pattern.compile(".* …[0-9a-f]{8}");
    /** Codes, addresses, file names, brands and amounts. */
    private static final Pattern CODE = Pattern.compile(
            "[\\p{Lu}\\d_*]{2,}|[\\w.+-]+@[\\w.-]+|[\\w-]*[._/:\\d][\\w./:%#?=&-]*|fanz\\p{L}*",
            Pattern.CASE_INSENSITIVE);

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
                  const kept = 'script, style, code, pre, textarea, bdi, time, .mono, [translate=no], [lang]:not(html)';
                  const texts = async language => {
                    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'accept-language': language } });
                    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    if (page.documentElement.lang !== language) return [`lang=${page.documentElement.lang}, ${answer.status}`];
                    const all = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
                    const found = [page.title];
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
                .filter(text -> !SHARED.contains(text) && !COUNTRIES.contains(text))
                .filter(text -> !PERSON.matcher(text).matches())
                .filter(GermanWords::isWords)
                .toList();
    }

    private static boolean isWords(String text) {
        return Arrays.stream(text.split("[ ,;()“”„]+"))
                .anyMatch(word ->
                        LETTERS.matcher(word).find() && !CODE.matcher(word).matches());
    }
}
