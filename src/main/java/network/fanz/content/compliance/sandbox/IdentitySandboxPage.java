package network.fanz.content.compliance.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.common.Steady;
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

/** The vendor's page. Whoever tries it types who they are, and chooses what the vendor finds. */
@Controller
@Profile("local")
@Hidden
class IdentitySandboxPage {
    private static final int NAME_MAX = 200;
    private static final int YEARS_GOOD = 5;
    private static final String BORN = "1990-04-05";

    private final IdentitySandboxVendor vendor;
    private final Clock clock;

    IdentitySandboxPage(IdentitySandboxVendor vendor, @Steady Clock clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    /** What was typed. */
    private record Typed(String name, String born, String expires, String outcome) {}

    @GetMapping("/sandbox/identity/{reference}")
    @Access(anyone = true)
    ModelAndView open(
            @PathVariable("reference") String reference,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        String expires = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusYears(YEARS_GOOD)
                .toString();
        return page(
                vendor.check(reference),
                new Typed("", BORN, expires, TestOutcome.APPROVE.value()),
                csrf,
                request,
                null);
    }

    @PostMapping("/sandbox/identity/{reference}")
    @Access(anyone = true)
    ModelAndView show(
            @PathVariable("reference") String reference,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "born", defaultValue = "") String born,
            @RequestParam(name = "expires", defaultValue = "") String expires,
            @RequestParam(name = "outcome", defaultValue = "") String outcome,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        IdentitySandboxStore.CheckRow check = vendor.check(reference);
        Optional<TestOutcome> choice = Arrays.stream(TestOutcome.values())
                .filter(one -> one.value().equals(outcome))
                .findFirst();
        Optional<LocalDate> birthday = date(born);
        Optional<LocalDate> lastDay = date(expires);
        if (choice.isEmpty()
                || birthday.isEmpty()
                || lastDay.isEmpty()
                || name.isBlank()
                || name.strip().length() > NAME_MAX) {
            ModelAndView again = page(
                    check,
                    new Typed(name, born, expires, outcome),
                    csrf,
                    request,
                    "A name, both dates and one of the outcomes are needed.");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (check.isUnused()) {
            vendor.show(check, choice.get(), name.strip(), birthday.get(), lastDay.get());
        }
        RedirectView back = new RedirectView(check.returnUrl());
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static ModelAndView page(
            IdentitySandboxStore.CheckRow check,
            Typed typed,
            @Nullable CsrfToken csrf,
            HttpServletRequest request,
            @Nullable String error) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (TestOutcome each : TestOutcome.values()) {
            outcomes.put(each.value(), each.description());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("action", request.getRequestURI());
        model.put("open", check.isUnused());
        model.put("returnUrl", check.returnUrl());
        model.put("outcomes", outcomes);
        model.put("name", typed.name());
        model.put("born", typed.born());
        model.put("expires", typed.expires());
        model.put("chosen", typed.outcome());
        model.put("csrf", csrf == null ? "" : csrf.getToken());
        model.put("error", error);
        return new ModelAndView("sandbox/identity", model);
    }
}
