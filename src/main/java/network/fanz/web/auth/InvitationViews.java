package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import network.fanz.common.Role;
import network.fanz.security.identity.InvitationState;
import network.fanz.security.identity.InvitationView;
import network.fanz.security.identity.InvitedAddress;
import network.fanz.web.page.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of an invitation have in common. */
final class InvitationViews {
    static final String PATH = "/invitation";
    static final String ACCEPTANCE = PATH + "/acceptance";
    static final String LINK = "invitation";

    private InvitationViews() {}

    static ModelAndView another(InvitationView view, String token, String own, Shell shell) {
        Map<String, Object> model = model(view, token);
        model.put("own", own);
        return shell.page("auth/invitation-other", model);
    }

    static ModelAndView ended(InvitationView view, Shell shell) {
        String words = say(
                view.acceptedByCaller()
                        ? "You have accepted this invitation. There is nothing more to do here."
                        : view.state().words());
        ModelAndView page = shell.page(
                "auth/invitation-ended", Map.of("words", words, "used", view.state() == InvitationState.USED));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    static Map<String, Object> model(InvitationView view, String token) {
        Map<String, Object> model = new HashMap<>();
        model.put("token", token);
        model.put("email", view.email());
        model.put("role", view.role() == null ? "" : word(view.role()));
        model.put("confirmed", view.address() == InvitedAddress.CONFIRMED);
        return model;
    }

    static String word(Role role) {
        return say(role.name().toLowerCase(Locale.ROOT));
    }

    static String to(String path, String token) {
        return path + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
