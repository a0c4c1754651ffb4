package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.introductions.IntroductionProposal;
import network.fanz.content.introductions.IntroductionRefusal;
import network.fanz.content.introductions.Introductions;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What creators say of themselves, looked at one by one. What is decided about is what the page's address names, and nothing newer. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class IntroductionDecisionPages {
    private static final String PATH = "/users/introductions";
    private static final int ROWS = 50;
    private static final String NO_LETTER =
            "Its creator has not confirmed their email address, so no letter goes: they read it on their own page.";

    private final Introductions introductions;
    private final Identity identity;

    IntroductionDecisionPages(Introductions introductions, Identity identity) {
        this.introductions = introductions;
        this.identity = identity;
    }

    @GetMapping(PATH)
    ModelAndView queue(Shell shell) {
        return queue(Form.empty(), shell);
    }

    @GetMapping("/users/introductions/{id}")
    ModelAndView one(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        return introductions
                .waiting(id)
                .map(one -> page(one, caller, Form.empty(), shell))
                .orElseGet(() -> shell.redirect(
                        PATH,
                        PageNotice.info(say("That one no longer waits: it was changed, withdrawn or decided about."))));
    }

    @PostMapping("/users/introductions/{id}/showing")
    ModelAndView show(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    boolean told = introductions.show(id, caller.requireAccount());
                    return shell.redirect(
                            PATH,
                            told
                                    ? PageNotice.ok(say("It is shown now, and its creator is told by letter."))
                                    : PageNotice.ok(say("It is shown now.") + " " + say(NO_LETTER)));
                },
                again -> either(id, caller, again, shell));
    }

    @PostMapping("/users/introductions/{id}/refusal")
    ModelAndView refuse(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    boolean told = introductions.refuse(
                            id, EnumLabels.read(IntroductionRefusal.class, form, "reason"), caller.requireAccount());
                    return shell.redirect(
                            PATH,
                            told
                                    ? PageNotice.ok(say("It is not shown, and its creator is told why by letter."))
                                    : PageNotice.ok(say("It is not shown.") + " " + say(NO_LETTER)));
                },
                again -> either(id, caller, again, shell));
    }

    private ModelAndView either(UUID id, Caller caller, Form form, Shell shell) {
        Optional<IntroductionProposal> one = introductions.waiting(id);
        return one.isPresent() ? page(one.get(), caller, form, shell) : queue(form, shell);
    }

    private ModelAndView queue(Form form, Shell shell) {
        List<IntroductionProposal> found = introductions.waiting(ROWS + 1);
        List<IntroductionProposal> rows = found.stream().limit(ROWS).toList();
        return shell.page(
                "dash/introductions",
                Map.of(
                        "form",
                        form,
                        "rows",
                        rows,
                        "more",
                        found.size() > ROWS,
                        "names",
                        StaffNames.of(
                                identity,
                                rows.stream().map(IntroductionProposal::creator).toList())));
    }

    private ModelAndView page(IntroductionProposal one, Caller caller, Form form, Shell shell) {
        AccountId creator = one.creator();
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        model.put("notes", introductions.notes(one.introduction()));
        model.put("shown", introductions.standing(creator).shown());
        model.put("own", caller.is(creator));
        model.put("active", identity.account(creator).map(Account::state).orElse(null) == AccountState.ACTIVE);
        model.put("names", StaffNames.of(identity, List.of(creator)));
        model.put("form", form);
        return shell.page("dash/introduction", model);
    }
}
