package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.journeys.Registration;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening an account by oneself. */
@Controller
@OnBrands(Brand.AUTH)
final class RegistrationPages {
    private static final String REGISTER = "auth/register";

    private final Registration registration;
    private final PersonFields personFields;
    private final SignIn signIn;

    RegistrationPages(Registration registration, PersonFields personFields, SignIn signIn) {
        this.registration = registration;
        this.personFields = personFields;
        this.signIn = signIn;
    }

    @Access(anyone = true)
    @GetMapping("/register")
    ModelAndView form(
            @RequestParam(defaultValue = "fan") String as, @RequestParam(defaultValue = "") String from, Shell shell) {
        return page(Form.of(Map.of("role", "creator".equals(as) ? "CREATOR" : "FAN", "from", from)), shell);
    }

    private ModelAndView page(Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>(Map.of("form", form));
        personFields.nameTerms(model);
        return shell.page(REGISTER, model);
    }

    @Access(anyone = true)
    @PostMapping("/register")
    ModelAndView register(Form form, HttpServletRequest request, Origin origin, Shell shell) {
        Role role = "CREATOR".equals(form.value("role")) ? Role.CREATOR : Role.FAN;
        return form.submit(
                () -> {
                    registration.register(
                            personFields.read(
                                    form, role, text -> PublicName.of(text).text(), false),
                            origin,
                            form.idempotencyKey());
                    // Signing in by the site that one came from leads back to it.
                    site(form.value("from"))
                            .ifPresent(brand -> signIn.comeBackToByDefault(request, shell.at(brand, "/sign-in")));
                    return shell.redirect("/register/sent");
                },
                again -> page(again, shell));
    }

    @Access(anyone = true)
    @GetMapping("/register/sent")
    ModelAndView sent(Shell shell) {
        return shell.page("auth/sent", Form.empty());
    }

    private static Optional<Brand> site(String label) {
        return Brand.labelled(label).filter(Brand::forFans);
    }
}
