package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountAddress;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.LettersUsedUp;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.LocalPath;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Lengths;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: who one is here, how one signs in, and where one is signed in. */
@Controller
@OnBrands(Brand.AUTH)
final class AccountPages {
    private static final String CONFIRM = "auth/confirm";

    private final Identity identity;
    private final SignIn signIn;
    private final FactorSetup factors;
    private final Catalogue catalogue;
    private final AccountAddress address;

    AccountPages(
            Identity identity, SignIn signIn, FactorSetup factors, Catalogue catalogue, AccountAddress accountAddress) {
        this.identity = identity;
        this.signIn = signIn;
        this.factors = factors;
        this.catalogue = catalogue;
        this.address = accountAddress;
    }

    @Access(anyone = true)
    @GetMapping("/")
    ModelAndView start(Shell shell) {
        return shell.redirect("/account");
    }

    @Access
    @GetMapping("/account")
    ModelAndView account(Caller caller, HttpServletRequest request, Shell shell) {
        AccountId id = caller.requireAccount();
        Account account = account(id);
        boolean offersPass = catalogue.passOf(id).isPresent();
        Map<String, Object> model = new HashMap<>(Map.of(
                "account", account,
                "email", identity.email(id),
                "status", factors.status(request),
                "steps", NextStep.of(account, NextStep.home(signIn.sessions(request)), offersPass, shell)));
        address.open(id).ifPresent(change -> model.put("change", change));
        return shell.page("auth/account", model);
    }

    private Account account(AccountId id) {
        return identity.account(id).orElseThrow(() -> new NotFound("account"));
    }

    @Access(beforeSecondFactor = true)
    @PostMapping("/account/verification-letter")
    ModelAndView resendLetter(Caller caller, Shell shell) {
        try {
            identity.resendVerification(caller.requireAccount());
        } catch (LettersUsedUp enough) {
            return shell.redirect(
                    "/account",
                    PageNotice.warn(enough.detail() + " Another can be asked for in "
                            + Lengths.waiting(enough.retryAfterSeconds()) + "."));
        }
        return shell.redirect(
                "/account", PageNotice.ok("The letter is on its way. Each link that we have sent you is good."));
    }

    @Access(beforeTerms = true)
    @GetMapping("/account/sessions")
    ModelAndView sessions(HttpServletRequest request, Shell shell) {
        return shell.page("auth/sessions", Map.of("sessions", signIn.sessions(request)));
    }

    @Access(beforeTerms = true)
    @PostMapping("/account/sessions/{id}/end")
    ModelAndView end(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
        signIn.revoke(request, id);
        return shell.redirect("/account/sessions", PageNotice.ok("That session has ended."));
    }

    @Access(beforeTerms = true)
    @PostMapping("/account/sessions/others/end")
    ModelAndView endOthers(HttpServletRequest request, Shell shell) {
        signIn.revokeOthers(request);
        return shell.redirect("/account/sessions", PageNotice.ok("You are signed in here and nowhere else."));
    }

    /** Before a sensitive change: the password again, unless it was given a moment ago. */
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping("/account/confirm")
    ModelAndView confirmation(@RequestParam(defaultValue = "/account") String back, Shell shell) {
        return shell.page(CONFIRM, Form.of(Map.of("back", back)));
    }

    /** From here another host of ours gets the new proof, the way it gets every sign-in. */
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @GetMapping("/account/confirmed")
    ModelAndView confirmed(@RequestParam(name = "for", defaultValue = "") String label, Shell shell) {
        return Brand.labelled(label)
                .filter(brand -> brand != Brand.AUTH)
                .map(brand -> shell.redirectOutside(shell.at(brand, "/oauth2/authorization/" + brand.label())))
                .orElseGet(() -> shell.redirect("/account"));
    }

    @Access(beforeSecondFactor = true, beforeTerms = true)
    @PostMapping("/account/confirm")
    ModelAndView confirm(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    signIn.verifyPassword(request, identity.email(caller.requireAccount()), form.secret("password"));
                    return shell.redirect(LocalPath.localOr(form.value("back"), "/account"));
                },
                again -> shell.page(CONFIRM, again));
    }
}
