package network.fanz.security.identity.factors;

import java.util.Locale;
import java.util.regex.Pattern;
import network.fanz.security.identity.totp.Base32;

/** How codes are shown, and how people type them. What no code can be becomes the empty text, which no code is. */
final class CodeForms {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int TYPED_MAX = 100;

    private CodeForms() {}

    /** An authenticator app's code without the spaces and dashes that people and apps put into it. */
    static String totpDigits(String typed) {
        String digits = typed.replaceAll("[ -]", "");
        return SIX_DIGITS.matcher(digits).matches() ? digits : "";
    }

    /** A recovery code in groups of four. */
    static String recoveryCode(byte[] bytes) {
        return Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** What a typed recovery code says, however it is grouped and in whichever case. */
    static String recoveryLetters(String typed) {
        return typed.length() > TYPED_MAX
                ? ""
                : typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
