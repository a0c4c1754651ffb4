package network.fanz.security.identity.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that attackers guess first: a short list of our own, and passwords that only repeat or extend a member of it. */
final class BreachedPasswords {
    private static final String FILE = "/identity/breached-passwords.txt";

    private final Set<String> known;

    private BreachedPasswords(Set<String> known) {
        this.known = known;
    }

    static BreachedPasswords committed() {
        try (InputStream file = Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(FILE), FILE)) {
            return new BreachedPasswords(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean contains(String password) {
        String plain = password.toLowerCase(Locale.ROOT).strip();
        String letters = plain.replaceAll("[^a-z]+", "");
        return known.contains(plain)
                || known.contains(unit(plain))
                || known.contains(plain.replaceAll("[\\d\\W_]+$", ""))
                || (letters.length() >= 6 && known.contains(unit(letters)))
                || plain.chars().distinct().count() < 5;
    }

    /** The shortest part whose repetition is the text: {@code abc} of {@code abcabcab}. */
    private static String unit(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String piece = text.substring(0, length);
            if (piece.repeat(text.length() / length + 1).startsWith(text)) {
                return piece;
            }
        }
        return text;
    }
}
