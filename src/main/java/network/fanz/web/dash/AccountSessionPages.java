package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Ends somebody's sessions: one sign-in, or all. Each is audited. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class AccountSessionPages {
    private final SignIn signIn;
    private final AccountPage accountPage;

    AccountSessionPages(SignIn signIn, AccountPage accountPage) {
        this.signIn = signIn;
        this.accountPage = accountPage;
    }

    @PostMapping("/users/{id}/sessions/{session}/end")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView end(@PathVariable AccountId id, @PathVariable UUID session, Caller caller, Form form, Shell shell) {
        return end(id, caller, form, shell, say("That sign-in has ended."), by -> signIn.end(by, id, session));
    }

    @PostMapping("/users/{id}/sessions/end")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView endAll(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return end(id, caller, form, shell, say("All its sessions have ended."), by -> signIn.endAll(by, id));
    }

    private ModelAndView end(
            AccountId id, Caller caller, Form form, Shell shell, String done, Consumer<AccountId> work) {
        return form.submit(
                () -> {
                    work.accept(caller.requireAccount());
                    return shell.redirect("/users/" + id, PageNotice.ok(done));
                },
                again -> accountPage.page(id, again, shell));
    }
}
