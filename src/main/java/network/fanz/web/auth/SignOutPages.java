package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.LocalPath;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing out, on every site, and signing out to go on as somebody else. */
@Controller
final class SignOutPages {
    private final SignIn signIn;

    SignOutPages(SignIn signIn) {
        this.signIn = signIn;
    }

    @Access(anyone = true)
    @PostMapping("/sign-out")
    @OnBrands(audience = {Brand.Audience.EVERYBODY, Brand.Audience.FANS, Brand.Audience.STAFF})
    ModelAndView out(HttpServletRequest request, Shell shell) {
        signIn.signOut(request);
        return shell.redirect(
                shell.brand() == Brand.AUTH ? "/sign-in" : "/",
                PageNotice.ok(say("You are signed out, here and on every Fanz site.")));
    }

    /** Signs out, and leads whoever signs in next to the page at which the reader found that another account is meant. */
    @Access(anyone = true)
    @PostMapping("/account/switch")
    @OnBrands(Brand.AUTH)
    ModelAndView switchAccount(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    signIn.signOut(request);
                    signIn.comeBackTo(request, LocalPath.localOr(form.value("page"), shell.to("/account")));
                    return shell.redirect("/sign-in");
                },
                again -> shell.redirectOutside(LocalPath.localOr(again.value("page"), shell.to("/account"))));
    }
}
