package network.fanz.build.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text, values and inline elements that stand together, up to the next block or the next condition. Where words stand beside each other in it
 * they are one message; where words stand in its elements alone, each element's are.
 */
final class Run {
    /** A part of it. */
    sealed interface Part {}

    record Text(String text) implements Part {}

    /** What a page fills in. */
    record Value(String code) implements Part {}

    record Element(String open, Run inner, String close) implements Part {}

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}|<(/?)(\\d+)>");
    private static final String ENDS_OF_SENTENCES = ".!?:…";

    private final List<Part> parts = new ArrayList<>();

    void add(Part part) {
        parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private boolean hasWords() {
        return parts.stream().anyMatch(part -> part instanceof Text(String text) && hasLetters(text));
    }

    private boolean hasWordsAnywhere() {
        return hasWords()
                || parts.stream().anyMatch(part -> part instanceof Element element && element.inner.hasWordsAnywhere());
    }

    private static boolean hasLetters(String text) {
        return text.replaceAll("&[a-z]+;", "").chars().anyMatch(Character::isLetter);
    }

    /** The run as a template has it, with its words exchanged. */
    String in(Words words) {
        if (!hasWords()) {
            StringBuilder out = new StringBuilder();
            parts.forEach(part -> out.append(alone(part, words)));
            return out.toString();
        }
        int from = 0;
        while (standsAlone(from, 1)) {
            from++;
        }
        int to = parts.size();
        while (to > from && standsAlone(to - 1, -1)) {
            to--;
        }
        StringBuilder out = new StringBuilder();
        parts.subList(0, from).forEach(part -> out.append(alone(part, words)));
        out.append(message(parts.subList(from, to), words));
        parts.subList(to, parts.size()).forEach(part -> out.append(alone(part, words)));
        return out.toString();
    }

    /** An element at the edge that holds a sentence of its own, or no words, and what has no letters beside such ones. */
    private boolean standsAlone(int at, int step) {
        return switch (parts.get(at)) {
            case Text(String text) -> text.isBlank();
            case Value value -> false;
            case Element element -> {
                String said = element.inner.plain();
                boolean first = step > 0;
                yield !element.inner.hasWordsAnywhere() && said.isBlank() && element.close.isEmpty()
                        || first && !said.isEmpty() && ENDS_OF_SENTENCES.indexOf(said.charAt(said.length() - 1)) >= 0;
            }
        };
    }

    private String plain() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Text(String text) -> out.append(text);
                case Value value -> out.append('0');
                case Element element -> out.append(element.inner.plain());
            }
        }
        return out.toString().strip();
    }

    private static String alone(Part part, Words words) {
        return switch (part) {
            case Text(String text) -> text;
            case Value(String code) -> code;
            case Element element -> element.open + element.inner.in(words) + element.close;
        };
    }

    private static String message(List<Part> parts, Words words) {
        List<String> values = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        number(parts, source, values, elements);
        String english = source.toString().replaceAll("\\s+", " ");
        String before = english.startsWith(" ") ? leading(source) : "";
        String after = english.endsWith(" ") ? trailing(source) : "";
        Matcher places = PLACE.matcher(words.in(english.strip()));
        String said = places.replaceAll(place -> Matcher.quoteReplacement(filled(place, values, elements)));
        return before + said + after;
    }

    private static String filled(java.util.regex.MatchResult place, List<String> values, List<Element> elements) {
        if (place.group(1) != null) {
            return values.get(Integer.parseInt(place.group(1)));
        }
        Element element = elements.get(Integer.parseInt(place.group(3)));
        return place.group(2).isEmpty() ? element.open : element.close;
    }

    private static void number(List<Part> parts, StringBuilder source, List<String> values, List<Element> elements) {
        for (Part part : parts) {
            switch (part) {
                case Text(String text) -> source.append(text);
                case Value(String code) -> {
                    source.append('{').append(values.size()).append('}');
                    values.add(code);
                }
                case Element element -> {
                    int number = elements.size();
                    elements.add(element);
                    source.append('<').append(number).append('>');
                    number(element.inner.parts, source, values, elements);
                    if (!element.close.isEmpty()) {
                        source.append("</").append(number).append('>');
                    }
                }
            }
        }
    }

    private static String leading(CharSequence text) {
        return text.toString()
                .substring(0, text.length() - text.toString().stripLeading().length());
    }

    private static String trailing(CharSequence text) {
        return text.toString().substring(text.toString().stripTrailing().length());
    }
}
