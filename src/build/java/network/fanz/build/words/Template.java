package network.fanz.build.words;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.build.words.JavaWords.Which;

/** A template's source with its words exchanged; all else stays as it is. */
final class Template {
    private static final Pattern CONTROL = Pattern.compile("@(?:(if|elseif|for)\\(|else(?!if)|endif|endfor)");
    private static final Pattern CALL = Pattern.compile("@template\\.([A-Za-z.-]+)\\(");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)|<!([a-z]+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*([a-zA-Z]+) = ");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"");

    /** Elements that stand in the midst of a sentence. */
    private static final Set<String> INLINE =
            Set.of("a", "abbr", "bdi", "br", "code", "em", "kbd", "small", "span", "strong");
    /** Parts of pages that are values in the midst of a sentence. */
    private static final Set<String> VALUES = Set.of(
            "parts.time",
            "parts.money",
            "parts.id",
            "dash.person",
            "dash.account",
            "dash.mover",
            "dash.namedaccount",
            "money.message",
            "money.payer");

    private static final Set<String> WORD_ATTRIBUTES =
            Set.of("alt", "aria-label", "data-label", "instead", "placeholder", "title");
    private static final Set<String> WORD_ARGUMENTS = Set.of(
            "title",
            "label",
            "text",
            "about",
            "caption",
            "hint",
            "columns",
            "optional",
            "empty",
            "rows",
            "sentence",
            "what");

    private final String source;
    private final Words words;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A run that is being read, and the element that it is in; none for the outermost. */
    private record Open(Run run, String name, String tag) {}

    Template(String source, Words words) {
        this.source = source;
        this.words = words;
    }

    String translated() {
        int at = 0;
        begin();
        while (at < source.length()) {
            at = next(at);
        }
        flush();
        return out.toString();
    }

    private int next(int at) {
        if (source.startsWith("<%--", at)) {
            return plain(at, source.indexOf("--%>", at) + 4);
        }
        if (atLine(at) && (source.startsWith("@import ", at) || source.startsWith("@param ", at))) {
            return header(at);
        }
        if (source.startsWith("!{", at)) {
            int end = Scan.brackets(source, at + 1);
            flush();
            out.append(java(source.substring(at, end), Which.SENTENCES));
            return end;
        }
        if (source.startsWith("${", at) || source.startsWith("$unsafe{", at)) {
            int end = Scan.brackets(source, source.indexOf('{', at));
            run().add(new Run.Value(java(source.substring(at, end), Which.ALL)));
            return end;
        }
        Matcher control = CONTROL.matcher(source).region(at, source.length());
        if (control.lookingAt()) {
            return plain(at, control.group(1) == null ? control.end() : Scan.brackets(source, control.end() - 1));
        }
        Matcher call = CALL.matcher(source).region(at, source.length());
        if (call.lookingAt()) {
            return call(call, at);
        }
        Matcher tag = TAG.matcher(source).region(at, source.length());
        return !tag.lookingAt()
                ? text(at)
                : tag.group(1) == null ? plain(at, Scan.tag(source, at)) : tag(tag.group(1), at);
    }

    private boolean atLine(int at) {
        return at == 0 || source.charAt(at - 1) == '\n';
    }

    private int header(int at) {
        int line = source.indexOf('\n', at);
        flush();
        String said = source.substring(at, line + 1);
        int value = said.startsWith("@param ") ? said.indexOf(" = ") : -1;
        boolean ofWords =
                value > 0 && WORD_ARGUMENTS.contains(said.substring(0, value).replaceAll(".* ", ""));
        out.append(ofWords ? java(said, Which.ALL) : said);
        return line + 1;
    }

    private int text(int at) {
        int end = at + 1;
        while (end < source.length() && "<@$!".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        run().add(new Run.Text(source.substring(at, end)));
        return end;
    }

    private int tag(String name, int at) {
        int end = Scan.tag(source, at);
        String tag = attributes(source.substring(at, end));
        Open inner = open.getFirst();
        if (name.equals("br")) {
            run().add(new Run.Element(tag, new Run(), ""));
        } else if (!INLINE.contains(name)) {
            flush();
            out.append(tag);
        } else if (source.charAt(at + 1) != '/') {
            open.push(new Open(new Run(), name, tag));
        } else if (name.equals(inner.name)) {
            open.pop();
            run().add(new Run.Element(inner.tag, inner.run, tag));
        } else {
            flush();
            out.append(tag);
        }
        return end;
    }

    private int call(Matcher call, int at) {
        int end = Scan.brackets(source, call.end() - 1);
        StringBuilder made = new StringBuilder(source.substring(at, call.end()));
        int from = call.end();
        while (from < end) {
            int to = argument(from, end);
            Matcher named = ARGUMENT.matcher(source).region(from, to);
            Which which =
                    named.lookingAt() && WORD_ARGUMENTS.contains(named.group(1)) ? which(named.group(1)) : Which.NONE;
            made.append(java(source.substring(from, to - 1), which)).append(source.charAt(to - 1));
            from = to;
        }
        if (VALUES.contains(call.group(1)) || call.group(1).equals("parts.icon")) {
            run().add(
                            call.group(1).equals("parts.icon")
                                    ? new Run.Element(made.toString(), new Run(), "")
                                    : new Run.Value(made.toString()));
        } else {
            flush();
            out.append(made);
        }
        return end;
    }

    private static Which which(String argument) {
        return argument.equals("rows") ? Which.SENTENCES : Which.ALL;
    }

    /** Behind the comma or bracket that ends the argument. */
    private int argument(int from, int end) {
        int at = from;
        while (at < end - 1 && source.charAt(at) != ',') {
            char sign = source.charAt(at);
            at = sign == '"'
                    ? Scan.text(source, at)
                    : sign == '('
                            ? Scan.brackets(source, at)
                            : source.startsWith("@`", at) ? Scan.content(source, at) : at + 1;
        }
        return at + 1;
    }

    /** A tag whose attributes are words where readers read or hear them. */
    private String attributes(String tag) {
        StringBuilder made = new StringBuilder();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        int at = 0;
        while (attribute.find(at)) {
            int end = attribute.end();
            while (tag.charAt(end) != '"') {
                end = Scan.isCode(tag, end) ? Scan.brackets(tag, tag.indexOf('{', end)) : end + 1;
            }
            String value = tag.substring(attribute.end(), end);
            made.append(tag, at, attribute.end())
                    .append(WORD_ATTRIBUTES.contains(attribute.group(1)) ? attribute(value) : value);
            at = end;
        }
        return made.append(tag.substring(at)).toString();
    }

    private String attribute(String value) {
        return new Template(value, words).translated().replace("\n", " ");
    }

    private String java(String code, Which which) {
        return new JavaWords(words, content -> new Template(content, words).translated()).in(code, which);
    }

    private int plain(int at, int end) {
        flush();
        out.append(source, at, end);
        return end;
    }

    private Run run() {
        return open.getFirst().run;
    }

    private void begin() {
        open.push(new Open(new Run(), "", ""));
    }

    /** An element that is still open here holds a block or a condition: it is one itself. */
    private void flush() {
        while (!open.isEmpty()) {
            Open outermost = open.pollLast();
            out.append(outermost.tag).append(outermost.run.in(words));
        }
        begin();
    }
}
