package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
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

/** New recovery codes, and the page that shows them for some minutes. */
@Controller
@OnBrands(Brand.AUTH)
final class RecoveryCodePages {
    private static final String CODES = "/account/recovery-codes";

    private final FactorSetup factors;
    private final SignIn signIn;
    private final ShownCodes shown;

    RecoveryCodePages(FactorSetup factors, SignIn signIn, ShownCodes shown) {
        this.factors = factors;
        this.signIn = signIn;
        this.shown = shown;
    }

    @Access(beforeTerms = true)
    @GetMapping(CODES)
    ModelAndView codes(HttpServletRequest request, Shell shell) {
        return codes(Form.empty(), request, shell);
    }

    private ModelAndView codes(Form form, HttpServletRequest request, Shell shell) {
        return shell.page(
                "auth/recovery-codes",
                Map.of("form", form, "status", factors.status(request), "fresh", signIn.isFresh(request)));
    }

    @Access(beforeTerms = true)
    @PostMapping(CODES)
    ModelAndView make(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                CODES,
                shell,
                () -> shown.show(factors.newRecoveryCodes(request), request, shell),
                again -> codes(again, request, shell));
    }

    @Access(beforeTerms = true)
    @GetMapping(ShownCodes.PAGE)
    ModelAndView made(HttpServletRequest request, Shell shell) {
        return made(Form.empty(), request, shell);
    }

    private ModelAndView made(Form form, HttpServletRequest request, Shell shell) {
        return shown.find(request)
                .map(codes -> shell.page("auth/codes", Map.of("form", form, "codes", codes)))
                .orElseGet(
                        () -> shell.redirect(
                                CODES,
                                PageNotice.info(
                                        say(
                                                "Recovery codes are shown for ten minutes, or until you say that you have kept them. Make new ones if you have not."))));
    }

    @Access(beforeTerms = true)
    @PostMapping(ShownCodes.PAGE + "/kept")
    ModelAndView kept(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    shown.forget(request);
                    return shell.redirect("/sign-in/done");
                },
                again -> made(again, request, shell));
    }
}
