package network.fanz.finance.payments.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.finance.payments.spi.CheckoutProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The vendor's card page. The number that is typed here is compared with the test cards and dropped. */
@Controller
@Profile("local")
@Hidden
class SandboxCardPage {
    private final SandboxVendor vendor;

    SandboxCardPage(SandboxVendor vendor) {
        this.vendor = vendor;
    }

    @GetMapping("/sandbox/cards/{session}")
    @Access(anyone = true)
    ModelAndView card(
            @PathVariable("session") String session,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        return page(vendor.checkout(session), csrf, request, null);
    }

    @PostMapping("/sandbox/cards/{session}")
    @Access(anyone = true)
    ModelAndView pay(
            @PathVariable("session") String session,
            @RequestParam(name = "number", defaultValue = "") String number,
            @RequestParam(name = "keep", defaultValue = "false") boolean keep,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        SandboxStore.SandboxCheckoutRow checkout = vendor.checkout(session);
        Optional<TestCard> scenario = TestCard.of(number);
        if (scenario.isEmpty()) {
            ModelAndView again =
                    page(checkout, csrf, request, "This is none of the test cards below. Nothing was taken.");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (checkout.progress() == CheckoutProgress.OPEN) {
            vendor.pay(checkout, scenario.get(), keep);
        }
        RedirectView back = new RedirectView(checkout.returnUrl(), true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    private static ModelAndView page(
            SandboxStore.SandboxCheckoutRow checkout,
            @Nullable CsrfToken csrf,
            HttpServletRequest request,
            @Nullable String error) {
        Map<String, Object> model = new HashMap<>();
        model.put("amount", checkout.amount());
        model.put("action", request.getRequestURI());
        model.put("open", checkout.progress() == CheckoutProgress.OPEN);
        model.put("returnUrl", request.getContextPath() + checkout.returnUrl());
        model.put("cards", cards());
        model.put("csrf", csrf == null ? "" : csrf.getToken());
        model.put("error", error);
        return new ModelAndView("sandbox/card", model);
    }

    /** Number in groups, and what it makes the bank do. */
    private static Map<String, String> cards() {
        Map<String, String> cards = new LinkedHashMap<>();
        for (TestCard each : TestCard.values()) {
            cards.put(each.numberInGroups(), each.description());
        }
        return cards;
    }
}
