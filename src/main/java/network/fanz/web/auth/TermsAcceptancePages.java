package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.Terms;
import network.fanz.security.identity.TermsText;
import network.fanz.security.identity.TermsVersion;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.LocalPath;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks whoever has not accepted the terms of use in force, and leads them on to the page that they wanted. */
@Controller
@OnBrands(audience = {Brand.Audience.EVERYBODY, Brand.Audience.FANS, Brand.Audience.STAFF})
final class TermsAcceptancePages {
    private final Terms terms;
    private final SignIn signIn;

    TermsAcceptancePages(Terms terms, SignIn signIn) {
        this.terms = terms;
        this.signIn = signIn;
    }

    @Access(beforeTerms = true)
    @GetMapping("/terms/acceptance")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String page, Caller caller, HttpServletRequest request, Shell shell) {
        if (!page.isEmpty()) {
            signIn.comeBackTo(request, LocalPath.localOr(page, shell.to("/")));
        }
        return ask(Form.empty(), caller.requireAccount(), request, shell);
    }

    @Access(beforeTerms = true)
    @PostMapping("/terms/acceptance")
    ModelAndView accept(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    terms.accept(caller.requireAccount(), number(form.text("number")));
                    return onwards(request, shell);
                },
                again -> ask(again, caller.requireAccount(), request, shell));
    }

    private ModelAndView ask(Form form, AccountId account, HttpServletRequest request, Shell shell) {
        List<TermsVersion> changes = terms.newTo(account);
        Optional<TermsText> text = terms.inForce();
        if (changes.isEmpty() || text.isEmpty()) {
            return onwards(request, shell);
        }
        return shell.page(
                "auth/terms",
                Map.of("form", form, "terms", text.get(), "changes", changes, "again", terms.hasAcceptedAny(account)));
    }

    private ModelAndView onwards(HttpServletRequest request, Shell shell) {
        String home = shell.to(shell.brand() == Brand.AUTH ? "/account" : "/");
        return shell.redirectOutside(signIn.takeReturnPath(request, home));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidField("number", "Open the page again: this form has lost its version.");
        }
        return Integer.parseInt(text);
    }
}
