package network.fanz.security.ratelimit.origin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.KnownDevice;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser is known in which an account has signed in. It lets nobody in and shows nothing: it only says which share
 * of the limits a request takes from, so it needs no row and no end. Only the installation's key can make one.
 */
@Component
public class DeviceCookies {
    private static final String NAME = "fanz_device";
    private static final Duration KEPT_FOR = Duration.ofDays(180);
    private static final Pattern FORM = Pattern.compile("([\\w-]{22})\\.([\\w-]{22})\\.([\\w-]{43})");
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;

    DeviceCookies(Vault vault) {
        this.vault = vault;
    }

    /** The device that sends the request; null if no account has signed in there. */
    @Nullable KnownDevice device(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return device(cookie.getValue());
            }
        }
        return null;
    }

    /** Marks the browser as a device of the account. A program that calls the API keeps no cookies and gets none. */
    public void mark(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        KnownDevice known = device(request);
        boolean browser =
                request.getCookies() != null || !request.getRequestURI().startsWith("/api/");
        if (!browser || (known != null && known.account().equals(account))) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        ResponseCookie cookie = ResponseCookie.from(NAME, value(account, text(key)))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String value(AccountId account, String key) {
        UUID id = account.value();
        String owner = text(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        return owner + "." + key + "." + seal(owner, key);
    }

    private @Nullable KnownDevice device(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches() || !isSealed(parts.group(1), parts.group(2), parts.group(3))) {
            return null;
        }
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(1)));
        return new KnownDevice(new AccountId(new UUID(id.getLong(), id.getLong())), parts.group(2));
    }

    private boolean isSealed(String owner, String key, String seal) {
        return MessageDigest.isEqual(
                seal(owner, key).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.US_ASCII));
    }

    private String seal(String owner, String key) {
        return text(vault.keyedHash("request.device", owner + "." + key));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
