package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ContentWarning;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.content.catalogue.Showing;
import network.fanz.content.catalogue.Works;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a creator says to whom a work is shown, and what they warn of. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class ShowingPages {
    private static final String PATH = "/studio/works/{id}/showing";
    private static final String WARNS = "warns-";

    private final PublishedWorks published;
    private final Works works;

    ShowingPages(PublishedWorks published, Works works) {
        this.published = published;
        this.works = works;
    }

    @GetMapping(PATH)
    ModelAndView showing(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        Showing showing = published.showing(id, caller.requireAccount());
        Form form = Form.of(Map.of("audience", showing.audience().name()));
        return page(id, caller, showing.warnings(), form, shell);
    }

    @PostMapping(PATH)
    ModelAndView show(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    List<String> warnings =
                            ticked(form).stream().map(Enum::name).toList();
                    published.show(id, caller.requireAccount(), Showing.of(form.value("audience"), warnings));
                    return shell.redirect("/studio/works", PageNotice.ok(say("Kept.")));
                },
                again -> page(id, caller, ticked(again), again, shell));
    }

    private static Set<ContentWarning> ticked(Form form) {
        return Arrays.stream(ContentWarning.values())
                .filter(warning -> form.checked(WARNS + warning.name()))
                .collect(Collectors.toSet());
    }

    private ModelAndView page(UUID id, Caller caller, Set<ContentWarning> warnings, Form form, Shell shell) {
        return shell.page(
                "studio/showing",
                Map.of(
                        "work",
                        id,
                        "title",
                        works.find(id, caller.requireAccount()).title(),
                        "warnings",
                        warnings,
                        "form",
                        form));
    }
}
