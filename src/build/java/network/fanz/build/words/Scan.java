package network.fanz.build.words;

/** Where something ends that begins at a place of a template's source. All answers are behind its last character. */
final class Scan {
    private Scan() {}

    /** A text between quotation marks. */
    static int text(String source, int open) {
        int at = open + 1;
        while (source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** What is between brackets, with texts, brackets and content blocks in it. */
    static int brackets(String source, int open) {
        int depth = 0;
        int at = open;
        do {
            char sign = source.charAt(at);
            if (sign == '"') {
                at = text(source, at);
                continue;
            }
            if (source.startsWith("@`", at)) {
                at = content(source, at);
                continue;
            }
            depth += sign == '(' || sign == '{' ? 1 : sign == ')' || sign == '}' ? -1 : 0;
            at++;
        } while (depth > 0);
        return at;
    }

    /** A content block, which may hold others. */
    static int content(String source, int open) {
        int at = open + 2;
        while (source.charAt(at) != '`') {
            at = source.startsWith("@`", at)
                    ? content(source, at)
                    : isCode(source, at) ? brackets(source, source.indexOf('{', at)) : at + 1;
        }
        return at + 1;
    }

    static boolean isCode(String source, int at) {
        return source.startsWith("${", at) || source.startsWith("!{", at) || source.startsWith("$unsafe{", at);
    }

    /** A tag of HTML, whose attributes may hold code. */
    static int tag(String source, int open) {
        int at = open + 1;
        boolean quoted = false;
        while (quoted || source.charAt(at) != '>') {
            if (isCode(source, at)) {
                at = brackets(source, source.indexOf('{', at));
                continue;
            }
            quoted ^= source.charAt(at) == '"';
            at++;
        }
        return at + 1;
    }
}
