package network.fanz.security.identity.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a brand's secret in constant time. The secret has 256 bits and is stored nowhere, so it needs no hash. */
final class BrandSecretEncoder implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        return String.valueOf(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String brandSecret) {
        return secret != null
                && brandSecret != null
                && MessageDigest.isEqual(bytes(secret.toString()), bytes(brandSecret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
