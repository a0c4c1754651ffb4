package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountAddress;
import network.fanz.security.identity.AccountProfile;
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
    private static final String LANGUAGE = "language";

    private final Identity identity;
    private final SignIn signIn;
    private final FactorSetup factors;
    private final Catalogue catalogue;
    private final AccountAddress address;
    private final AccountProfile profile;

    AccountPages(
            Identity identity,
            SignIn signIn,
            FactorSetup factors,
            Catalogue catalogue,
            AccountAddress accountAddress,
            AccountProfile accountProfile) {
        this.identity = identity;
        this.signIn = signIn;
        this.factors = factors;
        this.catalogue = catalogue;
        this.address = accountAddress;
        this.profile = accountProfile;
    }

    @Access(anyone = true)
    @GetMapping("/")
    ModelAndView start(Shell shell) {
        return shell.redirect("/account");
    }

    @Access
    @GetMapping("/account")
    ModelAndView account(Caller caller, HttpServletRequest request, Shell shell) {
        return account(Form.empty(), caller, request, shell);
    }

    private ModelAndView account(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        AccountId id = caller.requireAccount();
        Account account = account(id);
        boolean offersPass = catalogue.passOf(id).isPresent();
        Map<String, Object> model = new HashMap<>(Map.of(
                "account", account,
                "email", identity.email(id),
                "form", form.withDefault(LANGUAGE, identity.languageOf(id).tag()),
                "languages", languages(),
                "status", factors.status(request),
                "steps", NextStep.of(account, NextStep.home(signIn.sessions(request)), offersPass, shell)));
        address.open(id).ifPresent(change -> model.put("change", change));
        return shell.page("auth/account", model);
    }

    /** Those in which our letters can be read, by tag. */
    private static Map<String, String> languages() {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(Language.values()).forEach(language -> titles.put(language.tag(), language.title()));
        return titles;
    }

    /** The language of letters; that of pages is the device's. */
    @Access
    @PostMapping("/account/language")
    ModelAndView changeLanguage(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    Language language = Language.tagged(form.value(LANGUAGE));
                    if (language == null) {
                        throw new InvalidField(LANGUAGE, "Choose one of these languages.");
                    }
                    profile.changeLanguage(caller.requireAccount(), language);
                    return shell.redirect(
                            "/account", PageNotice.ok(say("Our letters come in this language from now on.")));
                },
                again -> account(again, caller, request, shell));
    }

    @Access
    @PostMapping("/account/creator")
    ModelAndView becomeCreator(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    profile.becomeCreator(caller.requireAccount());
                    return shell.redirect(
                            "/account", PageNotice.ok(say("You are a creator now. Your next steps stand below.")));
                },
                again -> account(again, caller, request, shell));
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
                    PageNotice.warn(enough.sentence().said() + " "
                            + say("Another can be asked for in {0}.", Lengths.waiting(enough.retryAfterSeconds()))));
        }
        return shell.redirect(
                "/account", PageNotice.ok(say("The letter is on its way. Each link that we have sent you is good.")));
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
        return shell.redirect("/account/sessions", PageNotice.ok(say("That session has ended.")));
    }

    @Access(beforeTerms = true)
    @PostMapping("/account/sessions/others/end")
    ModelAndView endOthers(HttpServletRequest request, Shell shell) {
        signIn.revokeOthers(request);
        return shell.redirect("/account/sessions", PageNotice.ok(say("You are signed in here and nowhere else.")));
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
