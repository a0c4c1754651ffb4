package network.fanz.web.problems;

import static network.fanz.common.Language.say;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.KeptForm;
import network.fanz.web.form.KeptForms;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a form again that could not be sent, filled in, once its sender is signed in; see {@link KeptForms}. */
@Controller
@OnBrands(audience = {Brand.Audience.EVERYBODY, Brand.Audience.FANS, Brand.Audience.STAFF})
final class KeptFormPages {
    private final KeptForms keptForms;
    private final SignIn signIn;

    KeptFormPages(KeptForms keptForms, SignIn signIn) {
        this.keptForms = keptForms;
        this.signIn = signIn;
    }

    /** @return null where the form's own handler has answered */
    @Access(anyone = true)
    @GetMapping(KeptForms.PATH)
    @Nullable ModelAndView again(HttpServletRequest request, HttpServletResponse response, Shell shell)
            throws ServletException, IOException {
        KeptForm form = keptForms.find(request).orElse(null);
        if (form == null) {
            return first(shell, say("What you had typed is kept no longer. Open its page again."));
        }
        String owner = form.owner();
        if (owner != null && !shell.signedIn()) {
            signIn.comeBackTo(request, shell.to(KeptForms.PATH));
            return shell.redirectOutside(shell.signIn());
        }
        if (!shell.owner().equals(owner == null ? "" : owner)) {
            keptForms.forget(request);
            return first(shell, say("What was typed before this sign-in is not shown: another account had typed it."));
        }
        request.getRequestDispatcher(form.action()).forward(KeptForms.asTyped(request, form), response);
        return null;
    }

    private static ModelAndView first(Shell shell, String why) {
        return shell.redirect(shell.brand() == Brand.AUTH ? "/account" : "/", PageNotice.warn(why));
    }
}
