package network.fanz.web.auth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.EmailAddress;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.journeys.Registration;
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

/** Opening an account, by oneself or by invitation. */
@Controller
@OnBrands(Brand.AUTH)
final class RegistrationPages {
    private static final String REGISTER = "auth/register";
    private static final String INVITATION = "auth/invitation";

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
