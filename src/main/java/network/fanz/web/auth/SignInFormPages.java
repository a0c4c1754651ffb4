package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.SignInState;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.LocalPath;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, in one step or two, and going there from a site. */
@Controller
final class SignInFormPages {
    private static final String AFTERWARDS = "/account";
    private static final String PASSWORD = "auth/sign-in";
    private static final String CODE = "auth/factor";
    private static final String RECOVERY = "auth/recovery";

    private final SignIn signIn;
    private final FactorSetup factors;

    SignInFormPages(SignIn signIn, FactorSetup factors) {
        this.signIn = signIn;
        this.factors = factors;
    }

    @Access(anyone = true)
    @GetMapping("/sign-in")
    @OnBrands(Brand.AUTH)
    ModelAndView form(@RequestParam(defaultValue = "") String to, Shell shell) {
        return shell.page(PASSWORD, Map.of("form", Form.empty(), "confirms", to.equals("confirm")));
    }

    /** On a brand's host: signs in by the sign-in host, and comes back to the page that the reader looked at. */
    @Access(anyone = true)
    @GetMapping("/sign-in")
    @OnBrands(audience = {Brand.Audience.FANS, Brand.Audience.STAFF})
    ModelAndView begin(@RequestParam(defaultValue = "") String page, HttpServletRequest request, Shell shell) {
        String back = LocalPath.localOr(page, shell.to("/"));
        if (shell.signedIn()) {
            return shell.redirectOutside(back);
        }
        signIn.comeBackTo(request, back);
        return shell.redirectOutside(
                shell.site().base().isEmpty()
                        ? "/oauth2/authorization/" + shell.brand().label()
                        : shell.at(Brand.AUTH, "/sign-in"));
    }

    @Access(anyone = true)
    @PostMapping("/sign-in")
    @OnBrands(Brand.AUTH)
    ModelAndView password(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> next(signIn.verifyPassword(request, form.text("email"), form.secret("password")), request, shell),
                again -> shell.page(PASSWORD, again));
    }

    /** Where a passkey's ceremony ends: the script has signed in, and asks where to go on. */
    @Access(anyone = true)
    @GetMapping("/sign-in/done")
    @OnBrands(Brand.AUTH)
    ModelAndView done(HttpServletRequest request, Shell shell) {
        return next(signIn.current(request), request, shell);
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping("/sign-in/factor")
    @OnBrands(Brand.AUTH)
    ModelAndView factor(HttpServletRequest request, Shell shell) {
        return challenge(CODE, Form.empty(), request, shell);
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping("/sign-in/factor")
    @OnBrands(Brand.AUTH)
    ModelAndView code(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> next(signIn.verifyTotp(request, digits(form.secret("code"))), request, shell),
                again -> challenge(CODE, again, request, shell));
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping("/sign-in/recovery")
    @OnBrands(Brand.AUTH)
    ModelAndView recovery(HttpServletRequest request, Shell shell) {
        return challenge(RECOVERY, Form.empty(), request, shell);
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping("/sign-in/recovery")
    @OnBrands(Brand.AUTH)
    ModelAndView recoveryCode(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> next(
                        signIn.verifyRecoveryCode(request, form.secret("code").strip()), request, shell),
                again -> challenge(RECOVERY, again, request, shell));
    }

    private ModelAndView challenge(String template, Form form, HttpServletRequest request, Shell shell) {
        Map<String, Object> model = new HashMap<>(
                Map.of("form", form, "status", factors.status(request), "fresh", signIn.isFresh(request)));
        factors.openReset(request).ifPresent(reset -> model.put("reset", reset));
        return shell.page(template, model);
    }

    private ModelAndView next(SignInState state, HttpServletRequest request, Shell shell) {
        return state.secondFactor() == SignInState.SecondFactorState.NEEDED
                ? shell.redirect("/sign-in/factor")
                : shell.redirectOutside(signIn.takeReturnPath(request, shell.to(AFTERWARDS)));
    }

    /** Apps show codes in groups; people copy the gap too. */
    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
