package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.NewTerms;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.Terms;
import network.fanz.security.identity.TermsText;
import network.fanz.security.identity.TermsVersion;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The operator's terms of use: all versions, and the next one. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class TermsPublishingPages {
    private static final String PATH = "/operations/terms";

    private final Terms terms;
    private final Identity identity;
    private final SignIn signIn;

    TermsPublishingPages(Terms terms, Identity identity, SignIn signIn) {
        this.terms = terms;
        this.identity = identity;
        this.signIn = signIn;
    }

    @GetMapping(PATH)
    ModelAndView versions(HttpServletRequest request, Shell shell) {
        return page(Form.empty(), request, shell);
    }

    @PostMapping(PATH)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView publish(Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    TermsVersion published = terms.publish(caller.requireAccount(), typed(form));
                    return shell.redirect(PATH, PageNotice.ok(say("Version {0} is published.", published.number())));
                },
                again -> page(again, request, shell));
    }

    private static NewTerms typed(Form form) {
        String number = form.text("number");
        if (!number.matches("[0-9]{1,9}")) {
            throw new InvalidField("number", "Open the page again: this form has lost its number.");
        }
        return new NewTerms(
                Integer.parseInt(number),
                form.text("title"),
                form.text("text"),
                form.value("change"),
                time(form.value("effectiveAt").strip()));
    }

    /** As browsers send it, in UTC; null where none was typed. */
    private static @Nullable Instant time(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidField("effectiveAt", "Write day and time, such as 2026-12-31T00:00, or leave it empty.");
        }
    }

    private ModelAndView page(Form form, HttpServletRequest request, Shell shell) {
        List<TermsVersion> versions = terms.versions();
        int current = terms.inForce().map(TermsText::number).orElse(0);
        return shell.page(
                "dash/terms",
                Map.of(
                        "form",
                        form,
                        "versions",
                        versions,
                        "current",
                        current,
                        "accepted",
                        terms.accepted(current),
                        "next",
                        versions.isEmpty() ? 1 : versions.getFirst().number() + 1,
                        "names",
                        StaffNames.of(
                                identity,
                                versions.stream().map(TermsVersion::publishedBy).toList()),
                        "fresh",
                        signIn.isFresh(request)));
    }
}
