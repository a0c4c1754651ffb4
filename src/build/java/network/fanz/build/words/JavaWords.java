package network.fanz.build.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java between a template's braces or brackets: its texts that are words are exchanged, and content blocks in it are handed on. What is
 * added to a text is a value in it: {@code "From " + least + " to " + most} is {@code From {0} to {1}}. What is given to a method is no
 * word, but to {@code List.of}.
 */
final class JavaWords {
    /** Which texts are words. */
    enum Which {
        NONE,
        /** Those that begin with a capital letter or have a space in them. */
        SENTENCES,
        ALL
    }

    private static final Set<String> TRANSPARENT = Set.of("List.of", "java.util.List.of");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
    /** What ends a sum. */
    private static final String ENDS = "?:,;{}=!<>&|";

    private final Words words;
    private final UnaryOperator<String> content;

    /** One that is added to another: a text, or Java that makes one. */
    private record Operand(boolean literal, String code) {}

    /** @param content exchanges the words of a content block */
    JavaWords(Words words, UnaryOperator<String> content) {
        this.words = words;
        this.content = content;
    }

    String in(String source, Which which) {
        StringBuilder out = new StringBuilder();
        List<Operand> sum = new ArrayList<>();
        StringBuilder operand = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            char sign = source.charAt(at);
            int end = at + 1;
            if (source.startsWith("@`", at)) {
                end = Scan.content(source, at);
                operand.append("@`")
                        .append(content.apply(source.substring(at + 2, end - 1)))
                        .append('`');
            } else if (sign == '"') {
                end = Scan.text(source, at);
                operand.append(source, at, end);
            } else if (sign == '(') {
                end = Scan.brackets(source, at);
                Which inner = isCall(source, at) ? Which.NONE : which;
                operand.append('(')
                        .append(in(source.substring(at + 1, end - 1), inner))
                        .append(')');
            } else if (ENDS.indexOf(sign) >= 0) {
                take(operand, sum);
                out.append(added(sum, which)).append(sign);
            } else if (sign == '+') {
                take(operand, sum);
            } else {
                operand.append(sign);
            }
            at = end;
        }
        take(operand, sum);
        return out.append(added(sum, which)).toString();
    }

    private static boolean isCall(String source, int open) {
        int from = open;
        while (from > 0
                && (Character.isJavaIdentifierPart(source.charAt(from - 1)) || source.charAt(from - 1) == '.')) {
            from--;
        }
        return from < open && !TRANSPARENT.contains(source.substring(from, open));
    }

    private static void take(StringBuilder operand, List<Operand> sum) {
        String code = operand.toString();
        String text = code.strip();
        sum.add(new Operand(text.startsWith("\"") && Scan.text(text, 0) == text.length(), code));
        operand.setLength(0);
    }

    /** The sum with its words exchanged; it is empty then. */
    private String added(List<Operand> sum, Which which) {
        List<Operand> operands = List.copyOf(sum);
        sum.clear();
        if (which == Which.NONE || operands.stream().noneMatch(one -> one.literal && isSaid(plain(one), which))) {
            return String.join("+", operands.stream().map(Operand::code).toList());
        }
        List<String> values = new ArrayList<>();
        StringBuilder english = new StringBuilder();
        for (Operand one : operands) {
            if (one.literal) {
                english.append(plain(one));
            } else {
                english.append('{').append(values.size()).append('}');
                values.add(one.code.strip());
            }
        }
        String code = operands.getFirst().code;
        String before = code.substring(0, code.length() - code.stripLeading().length());
        String end = operands.getLast().code;
        String after = end.substring(end.stripTrailing().length());
        return before + java(exchanged(english.toString()), values) + after;
    }

    private static String plain(Operand one) {
        String text = one.code.strip();
        return text.substring(1, text.length() - 1).translateEscapes();
    }

    private static boolean isSaid(String plain, Which which) {
        return plain.chars().anyMatch(Character::isLetter)
                && (which == Which.ALL || plain.strip().contains(" ") || Character.isUpperCase(first(plain)));
    }

    private static int first(String plain) {
        return plain.codePoints()
                .filter(sign -> sign != '#' && sign != ' ')
                .findFirst()
                .orElse(' ');
    }

    /** What stands around the words stays: spaces, and the sign of a column of numbers. */
    private String exchanged(String plain) {
        int from = 0;
        while (plain.charAt(from) == ' ' || plain.charAt(from) == '#') {
            from++;
        }
        int to = plain.length();
        while (plain.charAt(to - 1) == ' ') {
            to--;
        }
        return plain.substring(0, from) + words.in(plain.substring(from, to)) + plain.substring(to);
    }

    /** A sum of the texts and of the values at their places, of which the first is a text. */
    private static String java(String said, List<String> values) {
        List<String> sum = new ArrayList<>();
        Matcher place = PLACE.matcher(said);
        int from = 0;
        while (place.find()) {
            if (place.start() > from || from == 0) {
                sum.add(literal(said.substring(from, place.start())));
            }
            sum.add(values.get(Integer.parseInt(place.group(1))));
            from = place.end();
        }
        if (from < said.length()) {
            sum.add(literal(said.substring(from)));
        }
        return String.join(" + ", sum);
    }

    private static String literal(String plain) {
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
