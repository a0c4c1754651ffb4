package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
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
import org.springframework.http.HttpStatus;
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
    private static final String PATH = "/invitation";
    private static final String ACCEPTANCE = PATH + "/acceptance";
    private static final String LINK = "invitation";

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
    @GetMapping(PATH)
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
            return ended(view, shell);
        }
        if (view.callers()) {
            return shell.redirect(to(ACCEPTANCE, token));
        }
        if (looks != null && view.address() != InvitedAddress.ANYBODY) {
            return another(view, token, looks, shell);
        }
        if (view.address() == InvitedAddress.CONFIRMED || (view.address() == InvitedAddress.UNCONFIRMED && !anew)) {
            return shell.page("auth/invitation-known", model(view, token));
        }
        return person(view, Form.of(anew ? Map.of(LINK, token, "anew", "yes") : Map.of(LINK, token)), shell);
    }

    @Access(anyone = true)
    @PostMapping(PATH)
    ModelAndView register(Form form, Origin origin, Shell shell) {
        return form.submit(
                () -> {
                    NewAccount invited = personFields.read(
                            form,
                            Role.FAN,
                            text -> PublicName.ofStaff(text).text(),
                            true);
                    invitations.register(form.text(LINK), invited, form.checked("anew"), origin);
                    return shell.redirect(
                            "/sign-in", PageNotice.ok("Your account is made. Sign in to set up its second factor."));
                },
                again -> {
                    InvitationView view = invitations.view(again.value(LINK), null);
                    return view.state() == InvitationState.OPEN ? person(view, again, shell) : ended(view, shell);
                });
    }

    /** Whoever is not signed in is led to the sign-in, and comes back here. */
    @Access
    @GetMapping(ACCEPTANCE)
    ModelAndView acceptance(@RequestParam(defaultValue = "") String token, Caller caller, Shell shell) {
        return acceptance(token, Form.of(Map.of(LINK, token)), caller, shell);
    }

    @Access(freshProof = true)
    @PostMapping(ACCEPTANCE)
    ModelAndView accept(Form form, Caller caller, Shell shell) {
        return form.submit(
                () -> {
                    Role role = invitations.accept(caller.requireAccount(), form.text(LINK));
                    String text = "You have the role " + word(role) + ".";
                    return caller.secondFactor()
                            ? shell.redirect("/account", PageNotice.ok(text))
                            : shell.redirect(
                                    "/account/totp", PageNotice.ok(text + " It is used with a second factor: set it up."));
                },
                again -> acceptance(again.value(LINK), again, caller, shell));
    }

    /** Signs out, and goes on as whoever the invitation is for. */
    @Access(anyone = true)
    @PostMapping(PATH + "/other-account")
    ModelAndView change(Form form, HttpServletRequest request, Shell shell) {
        String token = form.text(LINK);
        boolean known = invitations.view(token, null).address() == InvitedAddress.CONFIRMED;
        signIn.signOut(request);
        if (!known) {
            return shell.redirect(to(PATH, token), PageNotice.ok("You are signed out."));
        }
        signIn.comeBackTo(request, shell.to(to(ACCEPTANCE, token)));
        return shell.redirect("/sign-in", PageNotice.ok("You are signed out. Sign in with the invited account."));
    }

    private ModelAndView acceptance(String token, Form form, Caller caller, Shell shell) {
        AccountId account = caller.requireAccount();
        InvitationView view = invitations.view(token, account);
        if (view.state() != InvitationState.OPEN) {
            return ended(view, shell);
        }
        if (view.address() == InvitedAddress.ANYBODY) {
            return shell.redirect(to(PATH, token));
        }
        if (!view.callers()) {
            return another(view, token, account, shell);
        }
        Map<String, Object> model = model(view, token);
        model.put("form", form);
        model.put("name", identity.account(account).orElseThrow().name());
        model.put("back", URLEncoder.encode(to(ACCEPTANCE, token), StandardCharsets.UTF_8));
        return shell.page("auth/invitation-accept", model);
    }

    private ModelAndView another(InvitationView view, String token, AccountId account, Shell shell) {
        Map<String, Object> model = model(view, token);
        model.put("own", identity.email(account));
        return shell.page("auth/invitation-other", model);
    }

    private static ModelAndView person(InvitationView view, Form form, Shell shell) {
        Map<String, Object> model = model(view, form.value(LINK));
        model.put("form", form);
        return shell.page("auth/invitation", model);
    }

    private static ModelAndView ended(InvitationView view, Shell shell) {
        String words = view.acceptedByCaller()
                ? "You have accepted this invitation. There is nothing more to do here."
                : view.state().words();
        ModelAndView page = shell.page(
                "auth/invitation-ended",
                Map.of("words", words, "used", view.state() == InvitationState.USED));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static Map<String, Object> model(InvitationView view, String token) {
        Map<String, Object> model = new HashMap<>();
        model.put("token", token);
        model.put("email", view.email());
        model.put("role", view.role() == null ? "" : word(view.role()));
        model.put("confirmed", view.address() == InvitedAddress.CONFIRMED);
        return model;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String to(String path, String token) {
        return path + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
