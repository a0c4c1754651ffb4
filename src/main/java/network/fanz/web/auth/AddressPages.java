package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.security.identity.AccountAddress;
import network.fanz.security.identity.AddressChangeLink;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another email address for one's account: asking for it, and what the links of the two letters lead to. */
@Controller
@OnBrands(Brand.AUTH)
final class AddressPages {
    private static final String ACCOUNT = "/account";
    private static final String PAGE = "/account/address";
    private static final String LINK = PAGE + "/confirmation";

    private final AccountAddress address;
    private final Identity identity;

    AddressPages(AccountAddress accountAddress, Identity identity) {
        this.address = accountAddress;
        this.identity = identity;
    }

    @Access
    @GetMapping(PAGE)
    ModelAndView form(Caller caller, Shell shell) {
        return form(Form.empty(), caller, shell);
    }

    private ModelAndView form(Form form, Caller caller, Shell shell) {
        AccountId id = caller.requireAccount();
        Map<String, Object> model = new HashMap<>(Map.of(
                "form", form,
                "email", identity.email(id),
                "confirmed",
                        identity.account(id)
                                .orElseThrow(() -> new NotFound("account"))
                                .emailVerified()));
        address.open(id).ifPresent(change -> model.put("change", change));
        return shell.page("auth/address", model);
    }

    @Access
    @PostMapping(PAGE)
    ModelAndView ask(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<String> email = fields.read(() -> form.text("email"));
                    Supplier<String> password = fields.read(() -> form.secret("password"));
                    fields.refuseWrong();
                    address.ask(request, email.get(), password.get());
                    return shell.redirect(ACCOUNT, PageNotice.ok(say("Our letters are on their way.")));
                },
                again -> form(again, caller, shell));
    }

    @Access
    @PostMapping(PAGE + "/letters")
    ModelAndView resend(HttpServletRequest request, Shell shell) {
        try {
            address.resend(request);
        } catch (InvalidField enough) {
            return shell.redirect(ACCOUNT, PageNotice.warn(enough.sentence().said()));
        }
        return shell.redirect(
                ACCOUNT,
                PageNotice.ok(say("The letters are on their way again. The links of the first ones stay good, too.")));
    }

    @Access
    @PostMapping(PAGE + "/cancellation")
    ModelAndView cancel(Caller caller, Shell shell) {
        address.cancel(caller.requireAccount());
        return shell.redirect(ACCOUNT, PageNotice.ok(say("Your email address stays as it is.")));
    }

    /** Where the links of both letters lead. Opening one does nothing: mail programs do that. */
    @Access(anyone = true)
    @GetMapping(LINK)
    ModelAndView link(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return link(Form.of(Map.of("link", token)), caller, shell);
    }

    private ModelAndView link(Form form, Caller caller, Shell shell) {
        AccountId asking = caller.account();
        Map<String, Object> model = new HashMap<>(Map.of("form", form));
        Optional<AddressChangeLink> link = address.link(asking, form.value("link"));
        link.ifPresent(found -> model.put("link", found));
        if (asking != null && link.filter(AddressChangeLink::own).isPresent()) {
            address.open(asking).ifPresent(change -> model.put("change", change));
        }
        ModelAndView page = shell.page("auth/address-link", model);
        if (link.filter(AddressChangeLink::open).isEmpty()) {
            page.setStatus(HttpStatus.GONE);
        }
        return page;
    }

    @Access
    @PostMapping(LINK)
    ModelAndView confirm(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    boolean made = address.confirm(request, form.text("link"));
                    return shell.redirect(
                            ACCOUNT,
                            PageNotice.ok(say(
                                    made
                                            ? "Your account has its new email address. Sign in with it from now on."
                                            : "Confirmed. Now open the link in the letter to your other address.")));
                },
                again -> link(again, caller, shell));
    }

    @Access(anyone = true)
    @PostMapping(PAGE + "/objection")
    ModelAndView object(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    address.object(form.text("link"));
                    return shell.redirect(
                            "/password-reset",
                            PageNotice.ok(
                                    say(
                                            "The email address of that account stays as it is. If it was not you who asked for another, choose a new password now.")));
                },
                again -> link(again, caller, shell));
    }
}
