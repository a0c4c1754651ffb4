package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.compliance.AgreementText;
import network.fanz.content.compliance.ProviderAgreement;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The agreement with creators, and whether counsel has looked at it. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
final class AgreementPages {
    private static final String PATH = "/compliance/agreement";

    private final ProviderAgreement agreement;

    AgreementPages(ProviderAgreement agreement) {
        this.agreement = agreement;
    }

    @GetMapping(PATH)
    ModelAndView current(Shell shell) {
        return page(agreement.current(), Form.empty(), shell);
    }

    @GetMapping("/compliance/agreement/{number}")
    ModelAndView version(@PathVariable("number") int number, Shell shell) {
        return page(found(number), Form.empty(), shell);
    }

    @PostMapping("/compliance/agreement/{number}/review")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView review(@PathVariable("number") int number, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    agreement.review(caller.requireAccount(), number, form.text("reviewedBy"));
                    return shell.redirect(
                            PATH + "/" + number, PageNotice.ok(say("Kept. Creators read it beside the text.")));
                },
                again -> page(found(number), again, shell));
    }

    private AgreementText found(int number) {
        return agreement.version(number).orElseThrow(() -> new NotFound("version"));
    }

    private ModelAndView page(AgreementText text, Form form, Shell shell) {
        return shell.page(
                "dash/agreement",
                Map.of(
                        "agreement",
                        text,
                        "current",
                        agreement.current().number(),
                        "signatures",
                        agreement.signatures(text.number()),
                        "administrator",
                        shell.has(Role.ADMINISTRATOR),
                        "form",
                        form));
    }
}
