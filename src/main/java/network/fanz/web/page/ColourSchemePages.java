package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import network.fanz.common.Access;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the reader's choice of light or dark in a cookie, so that the server renders it and nothing flashes. It changes no record, and a
 * link does it: a form would need a protection token, and so a session for every reader.
 */
@Controller
final class ColourSchemePages {
    private static final Duration KEPT = Duration.ofDays(365);

    @Access(anyone = true)
    @GetMapping("/scheme/{scheme}")
    ResponseEntity<Void> choose(@PathVariable String scheme, @RequestParam String back, HttpServletRequest request) {
        ColourScheme chosen = ColourScheme.labelled(scheme);
        ResponseCookie cookie = ResponseCookie.from(ColourScheme.COOKIE, chosen.label())
                .path("/")
                .maxAge(chosen == ColourScheme.DEVICE ? Duration.ZERO : KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, LocalPath.localOr(back, request.getContextPath() + "/"))
                .build();
    }
}
