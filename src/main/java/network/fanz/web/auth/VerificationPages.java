package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.MailedLink;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Confirming an account's email address by the link from a letter, also where the link is another account's or no good any more. */
@Controller
@OnBrands(Brand.AUTH)
final class VerificationPages {
    private static final String VERIFY = "auth/verify";

    private final Identity identity;

    VerificationPages(Identity identity) {
        this.identity = identity;
    }

    @Access(beforeSecondFactor = true)
    @GetMapping("/verify-email")
    ModelAndView verification(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        Form form = Form.of(Map.of("link", token));
        // Whoever opens the letter a second time is told that it worked, and is sent no other.
        if (!isOfAnother(form, caller) && account(caller).emailVerified()) {
            return shell.redirect(
                    "/account",
                    PageNotice.ok(
                            say(
                                    "The email address of this account is confirmed already. The link that you opened is not needed any more.")));
        }
        return verification(form, caller, shell);
    }

    private boolean isOfAnother(Form form, Caller caller) {
        return link(form, caller).map(link -> !link.own()).orElse(false);
    }

    private Optional<MailedLink> link(Form form, Caller caller) {
        return identity.verificationLink(caller.requireAccount(), form.value("link"));
    }

    /** Says whose address would be confirmed, or that the link is another account's, or that it is no good any more. */
    private ModelAndView verification(Form form, Caller caller, Shell shell) {
        Optional<MailedLink> link = link(form, caller);
        String email = identity.email(caller.requireAccount());
        return isOfAnother(form, caller)
                ? shell.page(
                        "auth/other-link",
                        Map.of("link", link.orElseThrow(), "account", account(caller), "email", email, "form", form))
                : shell.page(VERIFY, Map.of("form", form, "email", email, "good", link.isPresent()));
    }

    private Account account(Caller caller) {
        return identity.account(caller.requireAccount()).orElseThrow(() -> new NotFound("account"));
    }

    @Access(beforeSecondFactor = true)
    @PostMapping("/verify-email")
    ModelAndView verify(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    identity.verifyEmail(caller.requireAccount(), form.text("link"));
                    return shell.redirect("/account", PageNotice.ok(say("Your email address is confirmed.")));
                },
                again -> verification(again, caller, shell));
    }
}
