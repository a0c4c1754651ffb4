package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Works;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.WorkPeople;
import network.fanz.web.auth.CountryNames;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a creator says who is in a work, and sees person by person what is missing before it goes on. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class WorkPeoplePages {
    private final WorkPeople people;
    private final PerformerRecords records;
    private final Works works;

    WorkPeoplePages(WorkPeople people, PerformerRecords records, Works works) {
        this.people = people;
        this.records = records;
        this.works = works;
    }

    @GetMapping("/studio/works/{id}/people")
    ModelAndView people(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        AccountId creator = caller.requireAccount();
        return shell.page(
                "studio/work-people",
                Map.of("work", works.find(id, creator), "standing", people.standing(creator, id)));
    }

    @GetMapping("/studio/works/{id}/people/statement")
    ModelAndView statement(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        Form proposed = StatementForm.proposing(
                people.standing(caller.requireAccount(), id).statement());
        return statement(id, caller, proposed, shell);
    }

    @PostMapping("/studio/works/{id}/people/statement")
    ModelAndView keep(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    AccountId creator = caller.requireAccount();
                    int from = StatementForm.from(form);
                    people.say(
                            creator,
                            id,
                            from,
                            StatementForm.read(form),
                            StatementForm.people(form, all(creator)),
                            amendment(from, form),
                            form.idempotencyKey());
                    return shell.redirect(path(id), PageNotice.ok(say("Kept. Where it stands now is said below.")));
                },
                again -> statement(id, caller, again, shell));
    }

    static String path(UUID work) {
        return "/studio/works/" + work + "/people";
    }

    private static @Nullable Amendment amendment(int from, Form form) {
        return from == 0 ? null : PersonForm.amendment(form);
    }

    private ModelAndView statement(UUID id, Caller caller, Form form, Shell shell) {
        AccountId creator = caller.requireAccount();
        Map<String, Object> model = new HashMap<>();
        model.put("work", works.find(id, creator));
        model.put("records", all(creator));
        model.put("roles", StatementForm.roles());
        model.put("countries", CountryNames.all());
        model.put("form", form);
        return shell.page("studio/work-statement", model);
    }

    /** All people of whom the creator keeps a record: a box that a page leaves out could not be ticked. */
    private List<PerformerRecord> all(AccountId creator) {
        List<PerformerRecord> all = new ArrayList<>();
        Page<PerformerRecord> page = records.of(creator, null);
        all.addAll(page.items());
        while (page.next() != null) {
            page = records.of(creator, UUID.fromString(page.next()));
            all.addAll(page.items());
        }
        return all;
    }
}
