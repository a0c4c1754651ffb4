package network.fanz.web.auth;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.EmailAddress;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.journeys.Registration;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.LinkNotGood;
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
    ModelAndView form(@RequestParam(defaultValue = "fan") String as, Shell shell) {
        return shell.page(REGISTER, Form.of(Map.of("role", "creator".equals(as) ? "CREATOR" : "FAN")));
    }

    @Access(anyone = true)
    @PostMapping("/register")
    ModelAndView register(Form form, Origin origin, Shell shell) {
        Role role = "CREATOR".equals(form.value("role")) ? Role.CREATOR : Role.FAN;
        return form.submit(
                () -> {
                    registration.register(
                            account(form, role, text -> PublicName.of(text).text()), origin, form.idempotencyKey());
                    return shell.redirect("/register/sent");
                },
                again -> shell.page(REGISTER, again));
    }

    @Access(anyone = true)
    @GetMapping("/register/sent")
    ModelAndView sent(Shell shell) {
        return shell.page("auth/sent");
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
        // Whoever opens the letter a second time is told that it worked, and is sent no other.
        if (identity.account(caller.requireAccount())
                .map(Account::emailVerified)
                .orElse(false)) {
            return shell.redirect("/account", PageNotice.ok("Your e-mail address is confirmed already."));
        }
        return shell.page(VERIFY, Form.of(Map.of("link", token)));
    }

    @Access(beforeSecondFactor = true)
    @PostMapping("/verify-email")
    ModelAndView verify(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    identity.verifyEmail(caller.requireAccount(), form.text("link"));
                    return shell.redirect("/account", PageNotice.ok("Your e-mail address is confirmed."));
                },
                again -> shell.page(VERIFY, again));
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
