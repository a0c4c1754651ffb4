package network.fanz.content.compliance.consents;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import network.fanz.common.Sha256;

/** What stands in a letter's link: 256 random bits, of which a hash is stored. */
final class ConsentToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ConsentToken() {}

    static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty if it can be nobody's. */
    static Optional<byte[]> hashOf(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(hash(typed)) : Optional.empty();
    }
}
