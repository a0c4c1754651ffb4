package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.FreshProofNeeded;
import network.fanz.security.identity.Passkeys;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's passkeys. They are made by the browser, which needs script; the list and the removal need none. */
@Controller
@OnBrands(Brand.AUTH)
final class PasskeyPages {
    private static final String PAGE = "/account/passkeys";

    private final Passkeys passkeys;
    private final SignIn signIn;

    PasskeyPages(Passkeys passkeys, SignIn signIn) {
        this.passkeys = passkeys;
        this.signIn = signIn;
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping(PAGE)
    ModelAndView list(HttpServletRequest request, Shell shell) {
        return list(Form.empty(), request, shell);
    }

    private ModelAndView list(Form form, HttpServletRequest request, Shell shell) {
        return shell.page(
                "auth/passkeys",
                Map.of("form", form, "passkeys", passkeys.list(request), "fresh", signIn.isFresh(request)));
    }

    @Access(beforeTerms = true)
    @PostMapping(PAGE + "/{id}/removal")
    ModelAndView remove(@PathVariable UUID id, Form form, HttpServletRequest request, Shell shell) {
        try {
            return form.submit(
                    () -> {
                        passkeys.remove(request, id);
                        return shell.redirect(
                                PAGE, PageNotice.ok(say("The passkey is removed. It no longer opens your account.")));
                    },
                    again -> list(again, request, shell),
                    FreshProofNeeded.class);
        } catch (FreshProofNeeded stale) {
            return shell.redirect("/account/confirm?back=" + PAGE);
        }
    }
}
