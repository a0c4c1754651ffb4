package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.InvitationState;
import network.fanz.security.identity.InvitationView;
import network.fanz.security.identity.InvitedAddress;
import network.fanz.security.identity.StaffInvitations;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an account that is there already accepts the role of an invitation. */
@Controller
@OnBrands(Brand.AUTH)
final class AcceptancePages {
    private final StaffInvitations invitations;
    private final Identity identity;

    AcceptancePages(StaffInvitations invitations, Identity identity) {
        this.invitations = invitations;
        this.identity = identity;
    }

    /** Whoever is not signed in is led to the sign-in, and comes back here. */
    @Access
    @GetMapping(InvitationViews.ACCEPTANCE)
    ModelAndView acceptance(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return acceptance(token, Form.of(Map.of(InvitationViews.LINK, token)), caller, shell);
    }

    @Access(freshProof = true)
    @PostMapping(InvitationViews.ACCEPTANCE)
    ModelAndView accept(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    Role role = invitations.accept(caller.requireAccount(), form.text(InvitationViews.LINK));
                    String word = InvitationViews.word(role);
                    return caller.secondFactor()
                            ? shell.redirect("/account", PageNotice.ok(say("You have the role {0}.", word)))
                            : shell.redirect(
                                    "/account/totp",
                                    PageNotice.ok(say(
                                            "You have the role {0}. It is used with a second factor: set it up.",
                                            word)));
                },
                again -> acceptance(again.value(InvitationViews.LINK), again, caller, shell));
    }

    private ModelAndView acceptance(String token, Form form, Caller caller, Shell shell) {
        AccountId account = caller.requireAccount();
        InvitationView view = invitations.view(token, account);
        if (view.state() != InvitationState.OPEN) {
            return InvitationViews.ended(view, shell);
        }
        if (view.address() == InvitedAddress.ANYBODY) {
            return shell.redirect(InvitationViews.to(InvitationViews.PATH, token));
        }
        if (!view.callers()) {
            return InvitationViews.another(view, token, identity.email(account), shell);
        }
        Map<String, Object> model = InvitationViews.model(view, token);
        model.put("form", form);
        model.put("name", identity.account(account).orElseThrow().name());
        model.put(
                "back",
                URLEncoder.encode(InvitationViews.to(InvitationViews.ACCEPTANCE, token), StandardCharsets.UTF_8));
        return shell.page("auth/invitation-accept", model);
    }
}
