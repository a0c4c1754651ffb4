package network.fanz.content.compliance.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.content.compliance.sandbox.AgeSandboxStore.AgeRow;
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

/** The vendor's page for ages. Whoever tries it chooses what the vendor finds. */
@Controller
@Profile("local")
@Hidden
class AgeSandboxPage {
    private final AgeSandboxVendor vendor;

    AgeSandboxPage(AgeSandboxVendor vendor) {
        this.vendor = vendor;
    }

    @GetMapping("/sandbox/age/{reference}")
    @Access(anyone = true)
    ModelAndView open(
            @PathVariable("reference") String reference,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        return page(vendor.proof(reference), csrf, request, null);
    }

    @PostMapping("/sandbox/age/{reference}")
    @Access(anyone = true)
    ModelAndView show(
            @PathVariable("reference") String reference,
            @RequestParam(name = "outcome", defaultValue = "") String outcome,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            HttpServletRequest request) {
        AgeRow proof = vendor.proof(reference);
        Optional<AgeOutcome> choice = Arrays.stream(AgeOutcome.values())
                .filter(one -> one.value().equals(outcome))
                .findFirst();
        if (choice.isEmpty()) {
            ModelAndView again = page(proof, csrf, request, "One of the outcomes is needed.");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (proof.isUnused()) {
            vendor.show(proof, choice.get());
        }
        RedirectView back = new RedirectView(proof.returnUrl());
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    private static ModelAndView page(
            AgeRow proof, @Nullable CsrfToken csrf, HttpServletRequest request, @Nullable String error) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (AgeOutcome each : AgeOutcome.values()) {
            outcomes.put(each.value(), each.description());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("action", request.getRequestURI());
        model.put("open", proof.isUnused());
        model.put("returnUrl", proof.returnUrl());
        model.put("outcomes", outcomes);
        model.put("csrf", csrf == null ? "" : csrf.getToken());
        model.put("error", error);
        return new ModelAndView("sandbox/age", model);
    }
}
