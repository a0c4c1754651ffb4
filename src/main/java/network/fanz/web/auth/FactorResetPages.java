package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an owner objects to the removal of their second factor, by the link of a letter. Opening it does nothing: mail programs do that. */
@Controller
@OnBrands(Brand.AUTH)
final class FactorResetPages {
    private static final String PATH = "/factor-reset/objection";
    private static final String PAGE = "auth/objection";

    private final Identity identity;

    FactorResetPages(Identity identity) {
        this.identity = identity;
    }

    @Access(anyone = true)
    @GetMapping(PATH)
    ModelAndView form(@RequestParam(defaultValue = "") String token, Shell shell) {
        return shell.page(PAGE, Form.of(Map.of("link", token)));
    }

    @Access(anyone = true)
    @PostMapping(PATH)
    ModelAndView object(Form form, Shell shell) {
        return form.submit(
                () -> {
                    identity.objectToFactorReset(form.text("link"));
                    return shell.redirect("/sign-in", PageNotice.ok(say("Your second factor stays as it is.")));
                },
                again -> shell.page(PAGE, again));
    }
}
