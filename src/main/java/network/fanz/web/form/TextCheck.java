package network.fanz.web.form;

import network.fanz.common.InvalidField;

/** Text from outside, looked at once at the door: what no database column and no UTF-8 encoder takes gets no further. */
final class TextCheck {
    private TextCheck() {}

    /** @throws InvalidField if the text holds a NUL character or half of a surrogate pair */
    static String checked(String field, String text) {
        if (isBroken(text)) {
            throw new InvalidField(field, "This holds characters that are not text.");
        }
        return text;
    }

    static boolean isBroken(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0) {
                return true;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }
}
