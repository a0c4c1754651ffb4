package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What an administrator decides about an account: its roles, and whether it may sign in. Each is audited. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class AccountActionPages {
    private final Identity identity;
    private final AccountPage accountPage;

    AccountActionPages(Identity identity, AccountPage accountPage) {
        this.identity = identity;
        this.accountPage = accountPage;
    }

    @PostMapping("/users/{id}/roles")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView grant(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            Role role = EnumLabels.read(Role.class, form, "role");
            identity.grantRole(caller.requireAccount(), id, role);
            return say("{0}: granted. It counts from the account’s next request on.", EnumLabels.of(role));
        });
    }

    @PostMapping("/users/{id}/roles/withdrawal")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView withdraw(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            Role role = EnumLabels.read(Role.class, form, "role");
            identity.withdrawRole(caller.requireAccount(), id, role);
            return say("{0}: withdrawn. It counts from the account’s next request on.", EnumLabels.of(role));
        });
    }

    @PostMapping("/users/{id}/suspension")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView suspend(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            SuspensionReason reason = EnumLabels.read(SuspensionReason.class, form, "reason");
            identity.suspend(caller.requireAccount(), id, reason);
            return say("Suspended. All its sessions have ended.");
        });
    }

    @PostMapping("/users/{id}/suspension/end")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView reinstate(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            identity.reinstate(caller.requireAccount(), id);
            return say("The account may sign in again.");
        });
    }

    @PostMapping("/users/{id}/factor-reset")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView askReset(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            identity.askFactorReset(caller.requireAccount(), id);
            return say("Asked. Another administrator must approve it; the owner has been told and may object.");
        });
    }

    @PostMapping("/users/{id}/factor-reset/approval")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView approveReset(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            identity.approveFactorReset(caller.requireAccount(), id);
            return say("Approved. It takes effect after the wait, unless the owner objects.");
        });
    }

    @PostMapping("/users/{id}/factor-reset/withdrawal")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView withdrawReset(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            identity.withdrawFactorReset(caller.requireAccount(), id);
            return say("Ended. The second factor stays.");
        });
    }

    @PostMapping("/users/{id}/closure")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView close(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
        return decide(id, form, shell, () -> {
            if (!form.checked("sure")) {
                throw new InvalidField("sure", "Confirm this: nobody can open the account again.");
            }
            identity.close(caller.requireAccount(), id);
            return say("Closed for good. Its history stays.");
        });
    }

    private ModelAndView decide(AccountId id, Form form, Shell shell, Supplier<String> work) {
        return form.submit(
                () -> shell.redirect("/users/" + id, PageNotice.ok(work.get())),
                again -> accountPage.page(id, again, shell));
    }
}
