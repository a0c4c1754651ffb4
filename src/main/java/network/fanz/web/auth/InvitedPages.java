package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.InvitationState;
import network.fanz.security.identity.InvitationView;
import network.fanz.security.identity.InvitedAddress;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.SignIn;
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

/**
 * Where an invitation's link leads: the account that has its address accepts the role, and only where none has it a new one is made.
 * Opening the link does nothing: mail programs do that.
 */
@Controller
@OnBrands(Brand.AUTH)
final class InvitedPages {
    private final StaffInvitations invitations;
    private final Identity identity;
    private final SignIn signIn;
    private final PersonFields personFields;

    InvitedPages(StaffInvitations invitations, Identity identity, SignIn signIn, PersonFields personFields) {
        this.invitations = invitations;
        this.identity = identity;
        this.signIn = signIn;
        this.personFields = personFields;
    }

    @Access(anyone = true)
    @GetMapping(InvitationViews.PATH)
    ModelAndView invitation(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "false") boolean anew,
            Caller caller,
            Shell shell) {
        if (token.isEmpty()) {
            return shell.page("auth/invitation-code");
        }
        AccountId looks = caller.account();
        InvitationView view = invitations.view(token, looks);
        if (view.state() != InvitationState.OPEN) {
            return InvitationViews.ended(view, shell);
        }
        if (view.callers()) {
            return shell.redirect(InvitationViews.to(InvitationViews.ACCEPTANCE, token));
        }
        if (looks != null && view.address() != InvitedAddress.ANYBODY) {
            return InvitationViews.another(view, token, identity.email(looks), shell);
        }
        if (view.address() == InvitedAddress.CONFIRMED || (view.address() == InvitedAddress.UNCONFIRMED && !anew)) {
            return shell.page("auth/invitation-known", InvitationViews.model(view, token));
        }
        Map<String, String> fields =
                anew ? Map.of(InvitationViews.LINK, token, "anew", "yes") : Map.of(InvitationViews.LINK, token);
        return person(view, Form.of(fields), shell);
    }

    /** Makes the account and signs it in: the link has proved the address, and there is nobody of whose account it could tell anything. */
    @Access(anyone = true)
    @PostMapping(InvitationViews.PATH)
    ModelAndView register(Form form, HttpServletRequest request, Origin origin, Shell shell) {
        return form.submit(
                () -> {
                    NewAccount invited = personFields.read(
                            form, Role.FAN, text -> PublicName.ofStaff(text).text(), true);
                    AccountId made = invitations.register(
                            form.text(InvitationViews.LINK), invited, form.checked("anew"), origin);
                    signIn.comeBackTo(request, shell.at(Brand.DASH, "/sign-in"));
                    signIn.begin(request, made);
                    return shell.redirect("/sign-in/factor", PageNotice.ok(say("Your account is made.")));
                },
                again -> {
                    InvitationView view = invitations.view(again.value(InvitationViews.LINK), null);
                    return view.state() == InvitationState.OPEN
                            ? person(view, again, shell)
                            : InvitationViews.ended(view, shell);
                });
    }

    /** Signs out, and goes on as whoever the invitation is for. */
    @Access(anyone = true)
    @PostMapping(InvitationViews.PATH + "/other-account")
    ModelAndView change(Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> changed(form.text(InvitationViews.LINK), request, shell),
                again -> shell.redirect(InvitationViews.to(InvitationViews.PATH, again.value(InvitationViews.LINK))));
    }

    private ModelAndView changed(String token, HttpServletRequest request, Shell shell) {
        boolean known = invitations.view(token, null).address() == InvitedAddress.CONFIRMED;
        signIn.signOut(request);
        if (!known) {
            return shell.redirect(
                    InvitationViews.to(InvitationViews.PATH, token), PageNotice.ok(say("You are signed out.")));
        }
        signIn.comeBackTo(request, shell.to(InvitationViews.to(InvitationViews.ACCEPTANCE, token)));
        return shell.redirect("/sign-in", PageNotice.ok(say("You are signed out. Sign in with the invited account.")));
    }

    private ModelAndView person(InvitationView view, Form form, Shell shell) {
        Map<String, Object> model = InvitationViews.model(view, form.value(InvitationViews.LINK));
        model.put("form", form);
        personFields.nameTerms(model);
        return shell.page("auth/invitation", model);
    }
}
