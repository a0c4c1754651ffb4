package network.fanz.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import network.fanz.platform.idempotency.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

/** A 303, and with it a sentence that the next page shows once. The sentence travels in a cookie of a minute: it needs no session. */
record SeeOther(String address, @Nullable PageNotice notice) implements View {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int LENGTH_MAX = 800;

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        if (notice != null) {
            write(request, response, encoded(notice), KEPT);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    /** Takes the sentence that the page before left, and forgets it. */
    static List<PageNotice> noticesFromCookie(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, IdempotencyKey.NOTICE);
        if (cookie == null) {
            return List.of();
        }
        write(request, response, "", Duration.ZERO);
        return decoded(cookie.getValue());
    }

    private static String encoded(PageNotice notice) {
        String text = notice.tone().name() + " " + notice.text();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<PageNotice> decoded(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space < 0 || text.length() > LENGTH_MAX) {
                return List.of();
            }
            return List.of(
                    new PageNotice(PageNotice.Tone.valueOf(text.substring(0, space)), text.substring(space + 1)));
        } catch (IllegalArgumentException notOurs) {
            return List.of();
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        ResponseCookie cookie = ResponseCookie.from(IdempotencyKey.NOTICE, value)
                .path("/")
                .maxAge(kept)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
