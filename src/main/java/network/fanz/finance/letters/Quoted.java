package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people have written, in letters of the house: nobody takes it for the house's words, for it cannot leave its quotation. Its lines are
 * marked one by one, and it holds no sign that could end a quotation.
 */
final class Quoted {
    private static final int LINE_MAX = 70;
    private static final Pattern SINGLE = Pattern.compile("[‘’‚‛‹›`´]");
    private static final Pattern DOUBLE = Pattern.compile("[\\p{Pi}\\p{Pf}\"„〝〞〟＂❝❞「」『』]");
    private static final Pattern BREAK = Pattern.compile("(.{1," + LINE_MAX + "})(?: |$)|(.{" + LINE_MAX + "})");

    private Quoted() {}

    /** A name inside a sentence. */
    static String name(String name) {
        return say("“{0}”", straight(name).replace('"', '\''));
    }

    /** A text of its own, no line of it longer than a screen, so that no program for mail breaks one into lines without a mark. */
    static String text(String text) {
        return BREAK.matcher(straight(text))
                .replaceAll(line ->
                        Matcher.quoteReplacement("> " + (line.group(1) == null ? line.group(2) : line.group(1)) + "\n"))
                .stripTrailing();
    }

    private static String straight(String text) {
        return DOUBLE.matcher(SINGLE.matcher(text.replaceAll("\\R", " ")).replaceAll("'"))
                .replaceAll("\"");
    }
}
