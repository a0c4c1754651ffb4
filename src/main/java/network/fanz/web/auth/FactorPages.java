package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Setting up an authenticator app. Its secret is shown to the session that has made it and to no other, again and again until a code has
 * confirmed it: whoever fetches a code from the app on the same phone finds the same picture.
 */
@Controller
@OnBrands(Brand.AUTH)
final class FactorPages {
    private static final String TOTP = "/account/totp";

    private final FactorSetup factors;
    private final SignIn signIn;
    private final ShownCodes shownCodes;

    FactorPages(FactorSetup factors, SignIn signIn, ShownCodes shownCodes) {
        this.factors = factors;
        this.signIn = signIn;
        this.shownCodes = shownCodes;
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping(TOTP)
    ModelAndView totp(HttpServletRequest request, Shell shell) {
        return totp(Form.empty(), request, shell);
    }

    private ModelAndView totp(Form form, HttpServletRequest request, Shell shell) {
        Map<String, Object> model = new HashMap<>(
                Map.of("form", form, "status", factors.status(request), "fresh", signIn.isFresh(request)));
        factors.pendingTotp(request).ifPresent(setup -> model.put("setup", setup));
        return shell.page("auth/totp", model);
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping(TOTP)
    ModelAndView beginTotp(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                TOTP,
                shell,
                () -> {
                    factors.beginTotp(request);
                    return shell.redirect(TOTP);
                },
                again -> totp(again, request, shell));
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping(TOTP + "/confirmation")
    ModelAndView confirmTotp(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                TOTP,
                shell,
                () -> shownCodes.show(
                        factors.confirmTotp(request, form.secret("code").replaceAll("\\s", "")), request, shell),
                again -> totp(again, request, shell));
    }

    /** For who opens the address to which the code was sent. */
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping(TOTP + "/confirmation")
    ModelAndView confirmed(Shell shell) {
        return shell.redirect(TOTP);
    }

    @Access(beforeTerms = true)
    @PostMapping(TOTP + "/removal")
    ModelAndView removeTotp(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                TOTP,
                shell,
                () -> {
                    factors.removeTotp(request);
                    shownCodes.forget(request);
                    return shell.redirect(
                            "/account", PageNotice.ok(say("Sign-in no longer asks for the authenticator app.")));
                },
                again -> totp(again, request, shell));
    }
}
