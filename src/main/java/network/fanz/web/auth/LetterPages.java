package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.finance.letters.MoneyLetters;
import network.fanz.finance.letters.SellerNews;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Which letters one gets. */
@Controller
@OnBrands(Brand.AUTH)
final class LetterPages {
    private static final String PATH = "/account/letters";

    private final MoneyLetters letters;

    LetterPages(MoneyLetters letters) {
        this.letters = letters;
    }

    @Access
    @GetMapping(PATH)
    ModelAndView letters(Caller caller, Shell shell) {
        return page(letters.switchedOff(caller.requireAccount()), Form.empty(), shell);
    }

    /** Each box that is ticked is wanted. */
    @Access
    @PostMapping(PATH)
    ModelAndView choose(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    letters.switchOff(caller.requireAccount(), notTicked(form));
                    return shell.redirect(PATH, PageNotice.ok(say("Kept. It holds for letters from now on.")));
                },
                again -> page(notTicked(again), again, shell));
    }

    private static Set<SellerNews> notTicked(Form form) {
        return Arrays.stream(SellerNews.values())
                .filter(news -> !form.checked(news.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ModelAndView page(Set<SellerNews> off, Form form, Shell shell) {
        return shell.page("auth/letters", Map.of("off", off, "form", form));
    }
}
