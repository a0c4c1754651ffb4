package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.EmailAddress;
import network.fanz.common.Role;
import network.fanz.security.identity.Invitation;
import network.fanz.security.identity.StaffInvitations;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Format;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How a colleague joins the staff: by a mail from an administrator. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class InvitationPages {
    private static final String PATH = "/users/invitation";
    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.FAN, Role.CREATOR));

    private final StaffInvitations invitations;

    InvitationPages(StaffInvitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping(PATH)
    ModelAndView form(Shell shell) {
        return page(Form.empty(), shell);
    }

    @PostMapping(PATH)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView invite(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<Role> role = fields.read(() -> EnumLabels.read(Role.class, form, "role"));
                    Supplier<EmailAddress> email = fields.read(() -> EmailAddress.of("email", form.text("email")));
                    fields.refuseWrong();
                    Invitation invitation = invitations.invite(
                            caller.requireAccount(), role.get(), email.get().mailbox(), form.idempotencyKey());
                    return shell.redirect(
                            "/users",
                            PageNotice.ok(say(
                                    "The invitation is on its way. It works once, until {0}. Until it is accepted it stands under What waits.",
                                    Format.exact(invitation.expiresAt()))));
                },
                again -> page(again, shell));
    }

    private static ModelAndView page(Form form, Shell shell) {
        return shell.page("dash/invitation", Map.of("form", form, "roles", EnumLabels.choices(STAFF)));
    }
}
