package network.fanz.web.form;

import java.util.regex.Pattern;
import network.fanz.common.Language;

/** Whole numbers as pages show them and as people copy them from there. */
public final class NumberText {
    private static final Pattern COMMAS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");
    private static final Pattern POINTS = Pattern.compile("[0-9]{1,3}([.][0-9]{3})+");

    private NumberText() {}

    /** Without the signs between the thousands of the reader's language; anything else as it was typed. */
    public static String plain(String text) {
        Pattern grouped = Language.current().decimalSign() == ',' ? POINTS : COMMAS;
        return grouped.matcher(text).matches() ? text.replaceAll("[.,]", "") : text;
    }
}
