package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.content.compliance.ProviderAgreement;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.Verifications;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What creators do before they upload: show who they are, and sign the agreement. */
@Controller
@OnBrands(Brand.AUTH)
@Access(Role.CREATOR)
final class BeforeUploadPages {
    private static final String PATH = "/account/before-uploads";
    private static final String AGREEMENT = "/account/agreement";
    private static final int LOOKS = 20;
    private static final int SECONDS = 3;

    private final Verifications verifications;
    private final ProviderAgreement agreement;

    BeforeUploadPages(Verifications verifications, ProviderAgreement agreement) {
        this.verifications = verifications;
        this.agreement = agreement;
    }

    /**
     * Whoever comes back from the provider finds a page that looks again by itself, for a minute.
     *
     * @param back whether they come from there
     * @param look how often it has looked by itself
     */
    @GetMapping(PATH)
    ModelAndView steps(
            @RequestParam(name = "back", required = false) @Nullable String back,
            @RequestParam(name = "look", defaultValue = "0") int look,
            Caller caller,
            Shell shell,
            HttpServletResponse response) {
        AccountId creator = caller.requireAccount();
        Verification open = verifications.standing(creator).open();
        boolean looking = back != null && look < LOOKS && open != null && open.state() == VerificationState.STARTED;
        if (looking) {
            response.setHeader(
                    "Refresh", SECONDS + "; url=" + shell.to(PATH + "?back&look=" + (Math.max(look, 0) + 1)));
        }
        return steps(creator, looking, Form.empty(), shell);
    }

    @PostMapping("/account/before-uploads/verification")
    ModelAndView begin(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    verifications.begin(caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Begun. Go on to the provider’s page.")));
                },
                again -> steps(caller.requireAccount(), false, again, shell));
    }

    @GetMapping(AGREEMENT)
    ModelAndView read(Caller caller, Shell shell) {
        return agreement(caller.requireAccount(), Form.empty(), shell);
    }

    @PostMapping(AGREEMENT)
    ModelAndView sign(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    agreement.sign(
                            caller.requireAccount(),
                            number(form.text("number")),
                            form.text("name"),
                            form.checked("agreed"));
                    return shell.redirect(PATH, PageNotice.ok(say("Signed.")));
                },
                again -> agreement(caller.requireAccount(), again, shell));
    }

    private ModelAndView steps(AccountId creator, boolean looking, Form form, Shell shell) {
        VerificationStanding standing = verifications.standing(creator);
        Verification open = standing.open();
        Map<String, Object> model = new HashMap<>();
        model.put("identity", VerificationText.of(standing));
        model.put("verified", standing.verified() != null);
        model.put("page", open == null || open.state() != VerificationState.STARTED ? null : open.page());
        model.put("agreement", agreement.standing(creator));
        model.put("looking", looking);
        model.put("form", form);
        return shell.page("auth/before-uploads", model);
    }

    private ModelAndView agreement(AccountId creator, Form form, Shell shell) {
        return shell.page(
                "auth/agreement",
                Map.of(
                        "agreement",
                        agreement.current(),
                        "standing",
                        agreement.standing(creator),
                        "verified",
                        verifications.standing(creator).verified() != null,
                        "form",
                        form));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidField("number", "Open the page again: this form has lost its version.");
        }
        return Integer.parseInt(text);
    }
}
