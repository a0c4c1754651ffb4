package network.fanz.platform.settings;

import network.fanz.common.Sentence;

/**
 * A setting and its value in this run, in words.
 *
 * @param value empty if there is none; of a secret only whether there is one
 * @param defaultValue what it is when nobody sets it; empty if that is nothing
 * @param allowed what its values are, such as {@code from 1 to 64}; empty where a few words cannot say it
 * @param origin where it was set, such as {@code command line}; empty if nowhere
 * @param changed whether the value differs from the default
 */
public record Setting(
        String name,
        String value,
        String defaultValue,
        Sentence allowed,
        String meaning,
        Sentence origin,
        boolean changed) {
    /** What its values are, in the reader's language. */
    public String form() {
        return allowed.said();
    }

    /** Where it was set, in the reader's language. */
    public String setIn() {
        return origin.said();
    }

    /** The beginning of its name that it shares with its like, such as {@code fanz.ledger}. */
    public String group() {
        return name.substring(0, name.indexOf('.', name.indexOf('.') + 1));
    }
}
