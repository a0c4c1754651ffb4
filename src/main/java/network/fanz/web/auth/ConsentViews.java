package network.fanz.web.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.content.compliance.ConsentRequest;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.Consents;
import network.fanz.content.compliance.GivenConsent;
import network.fanz.content.compliance.SignedText;
import network.fanz.security.identity.Identity;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of consents have in common, whether one comes by a letter's link or by one's account. */
@Component
public final class ConsentViews {
    private final Consents consents;
    private final Identity identity;

    ConsentViews(Consents consents, Identity identity) {
        this.consents = consents;
        this.identity = identity;
    }

    /** What somebody is asked, and the form in which they sign. */
    ModelAndView request(ConsentRequest request, String action, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("request", request);
        model.put("creator", name(request.creator()));
        model.put("text", consents.text());
        model.put("action", action);
        model.put("form", form);
        return shell.page("auth/consent", model);
    }

    /** What somebody has signed, and the form in which they take it back. */
    ModelAndView given(GivenConsent given, String action, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("given", given);
        model.put("creator", name(given.creator()));
        model.put("action", action);
        model.put("form", form);
        return shell.page("auth/consent-given", model);
    }

    private String name(AccountId creator) {
        return identity.names(List.of(creator)).getOrDefault(creator, "");
    }

    /** The box of a scope in a form. */
    public static String box(ConsentScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /** What is ticked. */
    public static Set<ConsentScope> ticked(Form form) {
        Set<ConsentScope> ticked = EnumSet.noneOf(ConsentScope.class);
        Arrays.stream(ConsentScope.values())
                .filter(scope -> form.checked(box(scope)))
                .forEach(ticked::add);
        return ticked;
    }

    /** The text that a form showed. */
    public static SignedText shown(Form form) {
        String number = form.text("text");
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidField("text", "Open the page again: this form has lost its text.");
        }
        return new SignedText(Integer.parseInt(number), form.text("language"));
    }
}
