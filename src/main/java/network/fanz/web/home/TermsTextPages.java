package network.fanz.web.home;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.NotFound;
import network.fanz.security.identity.Terms;
import network.fanz.security.identity.TermsText;
import network.fanz.web.page.OperatorContact;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The terms of use, for everybody: the version in force, and every other one by its number. */
@Controller
final class TermsTextPages {
    private final Terms terms;
    private final OperatorContact operatorContact;

    TermsTextPages(Terms terms, OperatorContact operatorContact) {
        this.terms = terms;
        this.operatorContact = operatorContact;
    }

    /** Where no version is in force, the settings' address. */
    @Access(anyone = true)
    @GetMapping("/terms")
    ModelAndView inForce(Shell shell) {
        return terms.inForce().map(text -> page(text, text.number(), shell)).orElseGet(() -> elsewhere(shell));
    }

    private ModelAndView elsewhere(Shell shell) {
        String address = operatorContact.terms();
        if (address == null) {
            throw new NotFound("text: the operator of this installation has published no terms of use");
        }
        return shell.redirectOutside(address);
    }

    @Access(anyone = true)
    @GetMapping("/terms/{number}")
    ModelAndView version(@PathVariable int number, Shell shell) {
        TermsText text = terms.version(number).orElseThrow(() -> new NotFound("version of the terms of use"));
        int current = terms.inForce().map(TermsText::number).orElse(0);
        return page(text, current, shell);
    }

    /** @param current the number of the version in force; 0 if none is */
    private static ModelAndView page(TermsText text, int current, Shell shell) {
        return shell.page("home/terms", Map.of("terms", text, "current", current));
    }
}
