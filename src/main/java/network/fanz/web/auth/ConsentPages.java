package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.content.compliance.ConsentDoor;
import network.fanz.content.compliance.Consents;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the links of letters about consents lead: somebody in a work reads what they are asked and signs, or takes back what they have signed.
 * Opening a link does nothing: mail programs do that.
 */
@Controller
@OnBrands(Brand.AUTH)
final class ConsentPages {
    private static final String SIGN = "/consent";
    private static final String REVOKE = "/consent/revocation";
    private static final String LINK = "link";

    private final Consents consents;
    private final ConsentViews views;

    ConsentPages(Consents consents, ConsentViews views) {
        this.consents = consents;
        this.views = views;
    }

    @Access(anyone = true)
    @GetMapping(SIGN)
    ModelAndView asked(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return views.request(
                consents.asked(new ConsentDoor.ByLink(token, caller.account())), SIGN, linked(token), shell);
    }

    @Access(anyone = true)
    @PostMapping(SIGN)
    ModelAndView sign(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    consents.sign(
                            door(form, caller), ConsentViews.ticked(form), form.text("name"), ConsentViews.shown(form));
                    return shell.redirect("/consent/signed");
                },
                again -> views.request(consents.asked(door(again, caller)), SIGN, again, shell));
    }

    @Access(anyone = true)
    @GetMapping("/consent/signed")
    ModelAndView signed(Shell shell) {
        return shell.page("auth/consent-signed");
    }

    @Access(anyone = true)
    @GetMapping(REVOKE)
    ModelAndView given(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return views.given(
                consents.given(new ConsentDoor.ByLink(token, caller.account())), REVOKE, linked(token), shell);
    }

    @Access(anyone = true)
    @PostMapping(REVOKE)
    ModelAndView revoke(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    consents.revoke(door(form, caller), ConsentViews.ticked(form));
                    return shell.redirect(
                            REVOKE + "?token=" + form.text(LINK), PageNotice.ok(say("You have taken it back.")));
                },
                again -> views.given(consents.given(door(again, caller)), REVOKE, again, shell));
    }

    private static ConsentDoor door(Form form, Caller caller) {
        return new ConsentDoor.ByLink(form.value(LINK), caller.account());
    }

    private static Form linked(String token) {
        return Form.of(Map.of(LINK, token));
    }
}
