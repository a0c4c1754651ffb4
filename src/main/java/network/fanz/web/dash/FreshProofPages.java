package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.KeptForms;
import network.fanz.web.page.LocalPath;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way from a decision that asks for a recent proof to the sign-in host, and back to the decision's page, with what was typed there. */
@Controller
@OnBrands(Brand.DASH)
final class FreshProofPages {
    private final SignIn signIn;
    private final KeptForms keptForms;

    FreshProofPages(SignIn signIn, KeptForms keptForms) {
        this.signIn = signIn;
        this.keptForms = keptForms;
    }

    @Access
    @GetMapping("/fresh-proof")
    ModelAndView prove(@RequestParam(defaultValue = "/") String page, HttpServletRequest request, Shell shell) {
        boolean typed = keptForms
                .find(request)
                .filter(form -> form.page().equals(page) && shell.owner().equals(form.owner()))
                .isPresent();
        signIn.comeBackTo(request, typed ? shell.to(KeptForms.PATH) : LocalPath.localOr(page, "/"));
        return shell.redirectOutside(shell.at(Brand.AUTH, "/account/confirm?back=/account/confirmed?for=dash"));
    }
}
