package network.fanz.security.identity.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a brand's secret in constant time. It has 256 bits and is stored nowhere, so there is nothing to hash. */
final class BrandSecretEncoder implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        return String.valueOf(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String kept) {
        return given != null && kept != null && MessageDigest.isEqual(bytes(given.toString()), bytes(kept));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
