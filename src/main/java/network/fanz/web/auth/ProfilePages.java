package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.security.identity.AccountProfile;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people change of their own account: the public name, and the password. */
@Controller
@OnBrands(Brand.AUTH)
final class ProfilePages {
    private static final String ACCOUNT = "/account";
    private static final String NAME = "/account/name";
    private static final String PASSWORD = "/account/password";

    private final AccountProfile profile;
    private final Identity identity;
    private final SignIn signIn;

    ProfilePages(AccountProfile accountProfile, Identity identity, SignIn signIn) {
        this.profile = accountProfile;
        this.identity = identity;
        this.signIn = signIn;
    }

    @Access
    @GetMapping(NAME)
    ModelAndView name(Caller caller, Shell shell) {
        AccountId id = caller.requireAccount();
        String name =
                identity.account(id).orElseThrow(() -> new NotFound("account")).name();
        return shell.page("auth/name", Form.of(Map.of("name", name)));
    }

    @Access
    @PostMapping(NAME)
    ModelAndView changeName(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    profile.changeName(caller.requireAccount(), form.text("name"));
                    return shell.redirect(ACCOUNT, PageNotice.ok(say("That is your name from now on.")));
                },
                again -> shell.page("auth/name", again));
    }

    @Access(beforeTerms = true)
    @GetMapping(PASSWORD)
    ModelAndView password(HttpServletRequest request, Shell shell) {
        return password(Form.empty(), request, shell);
    }

    private ModelAndView password(Form form, HttpServletRequest request, Shell shell) {
        return shell.page("auth/password", Map.of("form", form, "fresh", signIn.isFresh(request)));
    }

    @Access(beforeTerms = true)
    @PostMapping(PASSWORD)
    ModelAndView changePassword(Form form, HttpServletRequest request, Shell shell) {
        return SensitiveChange.submit(
                form,
                PASSWORD,
                shell,
                () -> {
                    profile.changePassword(request, form.secret("present-password"), form.secret("password"));
                    return shell.redirect(
                            ACCOUNT,
                            PageNotice.ok(
                                    say(
                                            "Your password is changed. You stay signed in here; all other devices are signed out.")));
                },
                again -> password(again, request, shell));
    }
}
