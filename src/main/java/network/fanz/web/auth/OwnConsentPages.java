package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.content.compliance.ConsentDoor;
import network.fanz.content.compliance.ConsentRequest;
import network.fanz.content.compliance.Consents;
import network.fanz.content.compliance.GivenConsent;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody with an account is asked to agree to and has agreed to, as one who is in works. */
@Controller
@OnBrands(Brand.AUTH)
@Access
final class OwnConsentPages {
    private static final String PATH = "/account/consents";

    private final Consents consents;
    private final ConsentViews views;
    private final Identity identity;

    OwnConsentPages(Consents consents, ConsentViews views, Identity identity) {
        this.consents = consents;
        this.views = views;
        this.identity = identity;
    }

    @GetMapping(PATH)
    ModelAndView consents(@RequestParam(required = false) @Nullable UUID after, Caller caller, Shell shell) {
        AccountId account = caller.requireAccount();
        List<ConsentRequest> open = consents.open(account);
        Page<GivenConsent> given = consents.of(account, after);
        Map<String, Object> model = new HashMap<>();
        model.put("open", open);
        model.put("given", given);
        model.put(
                "names",
                identity.names(Stream.concat(
                                open.stream().map(ConsentRequest::creator),
                                given.items().stream().map(GivenConsent::creator))
                        .distinct()
                        .toList()));
        return shell.page("auth/consents", model);
    }

    @GetMapping("/account/consents/{id}/signature")
    ModelAndView asked(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        return asked(id, caller, Form.empty(), shell);
    }

    @PostMapping("/account/consents/{id}/signature")
    ModelAndView sign(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    consents.sign(
                            door(id, caller), ConsentViews.ticked(form), form.text("name"), ConsentViews.shown(form));
                    return shell.redirect(PATH, PageNotice.ok(say("Signed. You can take it back here at any time.")));
                },
                again -> asked(id, caller, again, shell));
    }

    @GetMapping("/account/consents/{id}/revocation")
    ModelAndView given(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        return given(id, caller, Form.empty(), shell);
    }

    @PostMapping("/account/consents/{id}/revocation")
    ModelAndView revoke(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    consents.revoke(door(id, caller), ConsentViews.ticked(form));
                    return shell.redirect(PATH, PageNotice.ok(say("You have taken it back.")));
                },
                again -> given(id, caller, again, shell));
    }

    private ModelAndView asked(UUID id, Caller caller, Form form, Shell shell) {
        return views.request(consents.asked(door(id, caller)), PATH + "/" + id + "/signature", form, shell);
    }

    private ModelAndView given(UUID id, Caller caller, Form form, Shell shell) {
        return views.given(consents.given(door(id, caller)), PATH + "/" + id + "/revocation", form, shell);
    }

    private static ConsentDoor door(UUID id, Caller caller) {
        return new ConsentDoor.ByAccount(caller.requireAccount(), id);
    }
}
