package network.fanz.web.auth;

import java.util.function.Function;
import java.util.function.Supplier;
import network.fanz.security.identity.FreshProofNeeded;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.springframework.web.servlet.ModelAndView;

/** A form whose change asks for a recent proof: without one, the reader gives it and comes back. */
final class SensitiveChange {
    private SensitiveChange() {}

    /** @param page where the reader comes back to */
    static ModelAndView submit(
            Form form, String page, Shell shell, Supplier<ModelAndView> change, Function<Form, ModelAndView> again) {
        try {
            return form.submit(change, again, FreshProofNeeded.class);
        } catch (FreshProofNeeded stale) {
            return shell.redirect("/account/confirm?back=" + page);
        }
    }
}
