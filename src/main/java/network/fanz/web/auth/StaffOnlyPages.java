package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What fans and creators are told who open FanzDash. */
@Controller
@OnBrands(Brand.AUTH)
final class StaffOnlyPages {
    private final Identity identity;
    private final SignIn signIn;

    StaffOnlyPages(Identity identity, SignIn signIn) {
        this.identity = identity;
        this.signIn = signIn;
    }

    /** Where whoever opens FanzDash without being staff is led instead of to a sign-in that could never end there. */
    @Access(beforeSecondFactor = true)
    @GetMapping("/staff-only")
    ModelAndView staffOnly(Caller caller, HttpServletRequest request, Shell shell) {
        return shell.page(
                "auth/staff-only",
                Map.of(
                        "account", identity.account(caller.requireAccount()).orElseThrow(() -> new NotFound("account")),
                        "email", identity.email(caller.requireAccount()),
                        "steps", NextStep.guests(NextStep.home(signIn.sessions(request)), shell)));
    }
}
