package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Works;
import network.fanz.content.compliance.Consents;
import network.fanz.content.compliance.PersonInWork;
import network.fanz.content.compliance.WorkPeople;
import network.fanz.web.auth.ConsentViews;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One person in a work: what is missing of them, a letter to ask them, or one's own signature. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class WorkConsentPages {
    private final WorkPeople people;
    private final Consents consents;
    private final Works works;

    WorkConsentPages(WorkPeople people, Consents consents, Works works) {
        this.people = people;
        this.consents = consents;
        this.works = works;
    }

    @GetMapping("/studio/works/{id}/people/{person}")
    ModelAndView person(@PathVariable("id") UUID id, @PathVariable("person") UUID person, Caller caller, Shell shell) {
        Form proposed = Form.of(Map.of("language", Language.current().tag()));
        return person(id, person, caller, proposed, shell);
    }

    @PostMapping("/studio/works/{id}/people/{person}/invitation")
    ModelAndView ask(
            @PathVariable("id") UUID id, @PathVariable("person") UUID person, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    people.ask(
                            caller.requireAccount(),
                            id,
                            person,
                            form.text("email"),
                            language(form.text("language")),
                            form.idempotencyKey());
                    return shell.redirect(
                            WorkPeoplePages.path(id),
                            PageNotice.ok(say("The letter is on its way. You see here when it is answered.")));
                },
                again -> person(id, person, caller, again, shell));
    }

    @PostMapping("/studio/works/{id}/people/{person}/signature")
    ModelAndView sign(
            @PathVariable("id") UUID id, @PathVariable("person") UUID person, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    people.signForOneself(
                            caller.requireAccount(),
                            id,
                            person,
                            ConsentViews.ticked(form),
                            form.text("name"),
                            ConsentViews.shown(form));
                    return shell.redirect(WorkPeoplePages.path(id), PageNotice.ok(say("Signed.")));
                },
                again -> person(id, person, caller, again, shell));
    }

    private ModelAndView person(UUID id, UUID person, Caller caller, Form form, Shell shell) {
        AccountId creator = caller.requireAccount();
        PersonInWork found = people.standing(creator, id).people().stream()
                .filter(one -> one.performer().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person"));
        Map<String, Object> model = new HashMap<>();
        model.put("work", works.find(id, creator));
        model.put("person", found);
        model.put("text", consents.text());
        model.put("languages", languages());
        model.put("form", form);
        return shell.page("studio/work-person", model);
    }

    private static Map<String, String> languages() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(Language.values()).forEach(language -> choices.put(language.tag(), language.title()));
        return choices;
    }

    private static Language language(String tag) {
        Language language = Language.tagged(tag);
        if (language == null) {
            throw new InvalidField("language", "Choose one from the list.");
        }
        return language;
    }
}
