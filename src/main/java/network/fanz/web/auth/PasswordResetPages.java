package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.MailedLink;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A forgotten password: asking for a link, and choosing a new one by it. */
@Controller
@OnBrands(Brand.AUTH)
final class PasswordResetPages {
    private static final String PAGE = "/password-reset";
    private static final String ASK = "auth/password-reset";
    private static final String CHOOSE = "auth/password-choose";

    private final Identity identity;

    PasswordResetPages(Identity identity) {
        this.identity = identity;
    }

    @Access(anyone = true)
    @GetMapping(PAGE)
    ModelAndView form(Shell shell) {
        return shell.page(ASK, Form.empty());
    }

    @Access(anyone = true)
    @PostMapping(PAGE)
    ModelAndView ask(Form form, Origin origin, Shell shell) {
        return form.submit(
                () -> {
                    identity.requestPasswordReset(form.text("email"), origin);
                    return shell.redirect(PAGE + "/sent");
                },
                again -> shell.page(ASK, again));
    }

    @Access(anyone = true)
    @GetMapping(PAGE + "/sent")
    ModelAndView sent(Shell shell) {
        return shell.page("auth/password-sent");
    }

    @Access(anyone = true)
    @GetMapping(PAGE + "/choose")
    ModelAndView choice(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return choice(Form.of(Map.of("link", token)), caller, shell);
    }

    /** Whose password it is stands there before it is chosen, and a link that is not good any more asks for none. */
    private ModelAndView choice(Form form, Caller caller, Shell shell) {
        AccountId asking = caller.account();
        Optional<MailedLink> link = identity.passwordLink(asking, form.value("link"));
        if (link.isEmpty()) {
            ModelAndView lapsed = shell.page("auth/password-lapsed");
            lapsed.setStatus(HttpStatus.GONE);
            return lapsed;
        }
        Map<String, Object> model = new HashMap<>(Map.of("form", form, "link", link.get()));
        if (asking != null && !link.get().own()) {
            model.put("signedInAs", identity.email(asking));
        }
        return shell.page(CHOOSE, model);
    }

    @Access(anyone = true)
    @PostMapping(PAGE + "/choose")
    ModelAndView choose(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    identity.resetPassword(form.text("link"), form.secret("password"));
                    return shell.redirect(
                            "/sign-in",
                            PageNotice.ok(say(
                                    "The password is changed, and all sessions of that account have ended. Sign in.")));
                },
                again -> choice(again, caller, shell));
    }
}
