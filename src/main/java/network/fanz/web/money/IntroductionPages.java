package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.introductions.Introduction;
import network.fanz.content.introductions.IntroductionProposal;
import network.fanz.content.introductions.Introductions;
import network.fanz.content.introductions.WebLink;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a creator writes what stands on their page, and reads where it stands. */
@Controller
@OnFanBrands
@Access(Role.CREATOR)
final class IntroductionPages {
    private static final String PATH = "/introduction";

    private final Introductions introductions;
    private final Handles handles;

    IntroductionPages(Introductions introductions, Handles handles) {
        this.introductions = introductions;
        this.handles = handles;
    }

    @GetMapping(PATH)
    ModelAndView introduction(Caller caller, Shell shell) {
        IntroductionProposal latest =
                introductions.standing(caller.requireAccount()).latest();
        return page(caller, Form.of(values(latest)), shell);
    }

    @PostMapping(PATH)
    ModelAndView propose(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    introductions.propose(caller.requireAccount(), read(form));
                    return shell.redirect(
                            PATH,
                            PageNotice.ok(say("Proposed. An administrator looks at it before anybody else sees it.")));
                },
                again -> page(caller, again, shell));
    }

    @PostMapping("/introduction/withdrawal")
    ModelAndView withdraw(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    introductions.withdraw(caller.requireAccount());
                    return shell.redirect(
                            PATH, PageNotice.ok(say("Withdrawn. Your page shows nothing of it any more.")));
                },
                again -> page(caller, again, shell));
    }

    private static Introduction read(Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<String> words = fields.read(() -> Introduction.words("words", form.value("words")));
        List<Supplier<WebLink>> links = new ArrayList<>();
        for (int number = 1; number <= Introduction.LINKS_MAX; number++) {
            String field = "link" + number;
            if (!form.value(field).isBlank()) {
                links.add(fields.read(() -> WebLink.of(field, form.value(field))));
            }
        }
        fields.refuseWrong();
        return new Introduction(words.get(), links.stream().map(Supplier::get).toList());
    }

    private static Map<String, String> values(@Nullable IntroductionProposal latest) {
        Map<String, String> values = new HashMap<>();
        if (latest != null) {
            values.put("words", latest.introduction().words());
            for (WebLink link : latest.introduction().links()) {
                values.put("link" + values.size(), link.url());
            }
        }
        return values;
    }

    private ModelAndView page(Caller caller, Form form, Shell shell) {
        AccountId creator = caller.requireAccount();
        return shell.page(
                "money/introduce",
                Map.of(
                        "creator",
                        creator,
                        "standing",
                        introductions.standing(creator),
                        "handled",
                        handles.of(creator).isPresent(),
                        "form",
                        form));
    }
}
