package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.ClientSignOut;
import network.fanz.security.identity.SignOutRequest;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Where a client of the sign-in host sends the browser when its user signs out; the names of the fields are the standard's. */
@Controller
@OnBrands(Brand.AUTH)
final class ClientSignOutPages {
    private static final String PAGE = "/connect/logout";

    private final ClientSignOut signOut;

    ClientSignOutPages(ClientSignOut signOut) {
        this.signOut = signOut;
    }

    @Access(anyone = true)
    @RequestMapping(
            path = PAGE,
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView begin(Form form, HttpServletRequest request, Shell shell) {
        ClientSignOut.ClientSignOutResult clientSignOutResult = signOut.begin(request, asked(form));
        return clientSignOutResult.signedOut()
                ? goOn(clientSignOutResult.redirectUri(), shell)
                : shell.page("auth/client-sign-out", form);
    }

    @Access(anyone = true)
    @PostMapping(PAGE + "/confirmation")
    ModelAndView confirm(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> goOn(signOut.confirm(request, asked(form)), shell),
                again -> shell.page("auth/client-sign-out", again));
    }

    private static ModelAndView goOn(@Nullable String address, Shell shell) {
        return address == null
                ? shell.redirect("/sign-in", PageNotice.ok(say("You are signed out, here and on every Fanz site.")))
                : shell.redirectOutside(address);
    }

    private static SignOutRequest asked(Form form) {
        return new SignOutRequest(
                form.values().get("id_token_hint"),
                form.values().get("client_id"),
                form.values().get("post_logout_redirect_uri"),
                form.values().get("state"));
    }
}
