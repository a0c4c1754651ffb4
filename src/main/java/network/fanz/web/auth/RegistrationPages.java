package network.fanz.web.auth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.EmailAddress;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.journeys.Registration;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.NewAccount;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening an account, by oneself or by invitation, and confirming its address. */
@Controller
@OnBrands(Brand.AUTH)
final class RegistrationPages {
    private static final String REGISTER = "auth/register";
    private static final String INVITATION = "auth/invitation";
    private static final String VERIFY = "auth/verify";

    private final Registration registration;
    private final Identity identity;

    RegistrationPages(Registration registration, Identity identity) {
        this.registration = registration;
        this.identity = identity;
    }

    @Access(anyone = true)
    @GetMapping("/register")
    ModelAndView form(
            @RequestParam(defaultValue = "fan") String as, @RequestParam(defaultValue = "") String from, Shell shell) {
        return shell.page(REGISTER, Form.of(Map.of("role", "creator".equals(as) ? "CREATOR" : "FAN", "from", from)));
    }

    @Access(anyone = true)
    @PostMapping("/register")
    ModelAndView register(Form form, Origin origin, Shell shell) {
        Role role = "CREATOR".equals(form.value("role")) ? Role.CREATOR : Role.FAN;
        return form.submit(
                () -> {
                    registration.register(
                            account(form, role, text -> PublicName.of(text).text()), origin, form.idempotencyKey());
                    return shell.redirect("/register/sent"
                            + site(form.value("from"))
                                    .map(brand -> "?from=" + brand.label())
                                    .orElse(""));
                },
                again -> shell.page(REGISTER, again));
    }

    @Access(anyone = true)
    @GetMapping("/register/sent")
    ModelAndView sent(@RequestParam(defaultValue = "") String from, Shell shell) {
        // Signing in by the site that one came from leads back to it.
        String signIn = site(from).map(brand -> shell.at(brand, "/sign-in")).orElseGet(() -> shell.to("/sign-in"));
        return shell.page("auth/sent", Map.of("signIn", signIn));
    }

    private static Optional<Brand> site(String label) {
        return Brand.labelled(label).filter(Brand::forFans);
    }

    @Access(anyone = true)
    @GetMapping("/invitation")
    ModelAndView invitation(@RequestParam(defaultValue = "") String token, Shell shell) {
        // Whoever cannot accept it is told so before filling in the form, not after.
        if (!token.isEmpty() && !identity.isInvitationOpen(token)) {
            throw new LinkNotGood();
        }
        return shell.page(INVITATION, Form.of(Map.of("invitation", token)));
    }

    @Access(anyone = true)
    @PostMapping("/invitation")
    ModelAndView accept(Form form, Origin origin, Shell shell) {
        return form.submit(
                () -> {
                    NewAccount invited = account(
                            form, Role.FAN, text -> PublicName.ofStaff(text).text());
                    identity.acceptInvitation(form.text("invitation"), invited, origin);
                    return shell.redirect(
                            "/sign-in", PageNotice.ok("Your account is made. Sign in to set up its second factor."));
                },
                again -> shell.page(INVITATION, again));
    }

    @Access(beforeSecondFactor = true)
    @GetMapping("/verify-email")
    ModelAndView verification(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        Form form = Form.of(Map.of("link", token));
        // Whoever opens the letter a second time is told that it worked, and is sent no other.
        if (!isOfAnother(form, caller) && account(caller).emailVerified()) {
            return shell.redirect(
                    "/account",
                    PageNotice.ok("The e-mail address of this account is confirmed already. "
                            + "The link that you opened is not needed any more."));
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
                    return shell.redirect("/account", PageNotice.ok("Your e-mail address is confirmed."));
                },
                again -> verification(again, caller, shell));
    }

    /** What can be seen to be wrong without looking further is said of all fields at once. */
    private NewAccount account(Form form, Role role, UnaryOperator<String> named) {
        FieldChecks fields = new FieldChecks();
        Supplier<String> name = fields.read(() -> named.apply(form.text("name")));
        Supplier<String> email =
                fields.read(() -> EmailAddress.of("email", form.text("email")).mailbox());
        Supplier<String> password = fields.read(() -> password(form));
        Supplier<LocalDate> born = fields.read(() -> form.date("dateOfBirth"));
        Supplier<String> country = fields.read(() -> form.text("country"));
        fields.refuseWrong();
        return new NewAccount(email.get(), password.get(), name.get(), born.get(), country.get(), role);
    }

    private String password(Form form) {
        String password = form.secret("password");
        identity.requireAcceptablePassword(password);
        return password;
    }
}
