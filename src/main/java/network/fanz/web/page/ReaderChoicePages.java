package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import network.fanz.common.Access;
import network.fanz.common.Language;
import network.fanz.common.NotFound;
import network.fanz.web.brand.BrandSite;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the reader's choices of language, of light or dark and of a time zone in cookies, so that the server renders them and nothing
 * flashes. They hold on all places: the cookies are the parent domain's. It changes no record, and a link does it: a form would need a protection
 * token, and so a session for every reader.
 */
@Controller
final class ReaderChoicePages {
    private static final Duration KEPT = Duration.ofDays(365);

    @Access(anyone = true)
    @GetMapping("/scheme/{scheme}")
    ResponseEntity<Void> choose(@PathVariable String scheme, @RequestParam String back, HttpServletRequest request) {
        ColourScheme chosen = ColourScheme.labelled(scheme);
        return keep(ColourScheme.COOKIE, chosen.label(), chosen == ColourScheme.DEVICE, back, request);
    }

    @Access(anyone = true)
    @GetMapping("/times/{times}")
    ResponseEntity<Void> showTimes(@PathVariable String times, @RequestParam String back, HttpServletRequest request) {
        ShownTimes chosen = ShownTimes.labelled(times);
        return keep(ShownTimes.COOKIE, chosen.label(), chosen == ShownTimes.DEVICE, back, request);
    }

    @Access(anyone = true)
    @GetMapping("/language/{tag}")
    ResponseEntity<Void> speak(@PathVariable String tag, @RequestParam String back, HttpServletRequest request) {
        Language chosen = Language.tagged(tag);
        if (chosen == null) {
            throw new NotFound("language");
        }
        return keep(ReaderLanguage.COOKIE, chosen.tag(), false, back, request);
    }

    private static ResponseEntity<Void> keep(
            String name, String value, boolean usual, String back, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .domain(domain(request))
                .path("/")
                .maxAge(usual ? Duration.ZERO : KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, LocalPath.localOr(back, request.getContextPath() + "/"))
                .build();
    }

    private static @Nullable String domain(HttpServletRequest request) {
        BrandSite site = BrandSite.of(request);
        return site == null ? null : site.cookieDomain();
    }
}
