package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.TotpSetup;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Setting up the second factor. What is secret is shown in the answer to a form, once, and is on no page that could be opened again. */
@Controller
@OnBrands(Brand.AUTH)
final class FactorPages {
    private static final String TOTP = "/account/totp";
    private static final String CODES = "/account/recovery-codes";

    private final FactorSetup factors;
    private final SignIn signIn;

    FactorPages(FactorSetup factors, SignIn signIn) {
        this.factors = factors;
        this.signIn = signIn;
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping(TOTP)
    ModelAndView totp(HttpServletRequest request, Shell shell) {
        return totp(Form.empty(), null, request, shell);
    }

    private ModelAndView totp(Form form, @Nullable TotpSetup setup, HttpServletRequest request, Shell shell) {
        Map<String, Object> model = new HashMap<>(
                Map.of("form", form, "status", factors.status(request), "fresh", signIn.isFresh(request)));
        if (setup != null) {
            model.put("setup", setup);
        }
        return shell.page("auth/totp", model);
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping(TOTP)
    ModelAndView beginTotp(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                TOTP,
                shell,
                () -> totp(Form.empty(), factors.beginTotp(request), request, shell),
                again -> totp(again, null, request, shell));
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping(TOTP + "/confirmation")
    ModelAndView confirmTotp(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                TOTP,
                shell,
                () -> codes(factors.confirmTotp(request, form.secret("code").replaceAll("\\s", "")), shell),
                again -> totp(again, null, request, shell));
    }

    /** For who loads the page of the codes again, where they are shown no more. */
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
                    return shell.redirect(
                            "/account", PageNotice.ok(say("Sign-in no longer asks for the authenticator app.")));
                },
                again -> totp(again, null, request, shell));
    }

    @Access(beforeTerms = true)
    @GetMapping(CODES)
    ModelAndView recoveryCodes(HttpServletRequest request, Shell shell) {
        return recoveryCodes(Form.empty(), request, shell);
    }

    private ModelAndView recoveryCodes(Form form, HttpServletRequest request, Shell shell) {
        return shell.page(
                "auth/recovery-codes",
                Map.of("form", form, "status", factors.status(request), "fresh", signIn.isFresh(request)));
    }

    @Access(beforeTerms = true)
    @PostMapping(CODES)
    ModelAndView newRecoveryCodes(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                CODES,
                shell,
                () -> codes(factors.newRecoveryCodes(request), shell),
                again -> recoveryCodes(again, request, shell));
    }

    private static ModelAndView codes(List<String> codes, Shell shell) {
        return shell.page("auth/codes", Map.of("codes", codes));
    }
}
