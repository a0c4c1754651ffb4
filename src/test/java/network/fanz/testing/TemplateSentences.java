package network.fanz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What pages say of how things stand, read from their templates: notices, and what stands where a list is empty. What is only known when
 * the page is drawn is {@code …}, and what depends on a condition is {@code [so | otherwise]}.
 */
public final class TemplateSentences {
    private static final Pattern NOTICE = Pattern.compile("<div class=\"notice[^>]*>(.*?)</div>", Pattern.DOTALL);
    private static final Pattern EMPTY =
            Pattern.compile("@template\\.parts\\.empty\\(.*?title = (.*?), text = (\".*?\")[,)]");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");

    private TemplateSentences() {}

    /** By template, those that say something. */
    public static SortedMap<String, List<String>> below(Path folder) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                List<String> sentences = sentences(Files.readString(file));
                if (!sentences.isEmpty()) {
                    found.put(folder.relativize(file).toString(), sentences);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    private static List<String> sentences(String page) {
        Stream<String> notices = NOTICE.matcher(page).results().map(match -> match.group(1));
        Stream<String> empties = EMPTY.matcher(page).results().map(match -> match.group(1) + ": " + match.group(2));
        return Stream.concat(notices, empties)
                .map(TemplateSentences::plain)
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .distinct()
                .toList();
    }

    private static String plain(String markup) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < markup.length()) {
            int end = at + 1;
            if (markup.startsWith("@if(", at)) {
                plain.append(" [");
                end = closing(markup, at + 3);
            } else if (markup.startsWith("@elseif(", at)) {
                plain.append(" | ");
                end = closing(markup, at + 7);
            } else if (markup.startsWith("@else", at)) {
                plain.append(" | ");
                end = at + 5;
            } else if (markup.startsWith("@endif", at)) {
                plain.append("] ");
                end = at + 6;
            } else if (markup.startsWith("@template", at) || markup.startsWith("@for(", at)) {
                end = closing(markup, markup.indexOf('(', at));
            } else if (markup.startsWith("@endfor", at)) {
                end = at + 7;
            } else if (markup.startsWith("${", at)) {
                plain.append("…");
                end = closing(markup, at + 1);
            } else {
                plain.append(markup.charAt(at));
            }
            at = end;
        }
        return TAG.matcher(plain)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\[ ", "[")
                .replaceAll(" ([\\].,])", "$1")
                .strip();
    }

    /** Behind the bracket that closes the one at this place. */
    private static int closing(String markup, int open) {
        int depth = 0;
        for (int at = open; at < markup.length(); at++) {
            char sign = markup.charAt(at);
            if (sign == '(' || sign == '{') {
                depth++;
            } else if (sign == ')' || sign == '}') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            }
        }
        throw new IllegalArgumentException("A bracket is never closed: " + markup.substring(open));
    }
}
