package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.RecordCheck;
import network.fanz.content.compliance.RecordGap;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people in a creator's works: a list, one of them, somebody new, and what is to be said of them from now on. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class PeoplePages {
    private static final String PATH = "/studio/people";

    private final PerformerRecords records;
    private final Clock clock;

    PeoplePages(PerformerRecords records, @Steady Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView people(@RequestParam(required = false) @Nullable UUID after, Caller caller, Shell shell) {
        Page<PerformerRecord> page = records.of(caller.requireAccount(), after);
        Map<UUID, List<RecordGap>> gaps = new HashMap<>();
        page.items().forEach(record -> gaps.put(record.id(), gaps(record)));
        return shell.page("studio/people", Map.of("page", page, "gaps", gaps));
    }

    @GetMapping("/studio/people/new")
    ModelAndView begin(Shell shell) {
        return blank(Form.empty(), shell);
    }

    @PostMapping(PATH)
    ModelAndView add(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    boolean oneself = isOneself(form);
                    PerformerDetails details = PersonForm.read(form);
                    UUID id = records.record(caller.requireAccount(), oneself, details, form.idempotencyKey());
                    return shell.redirect(
                            path(id), PageNotice.ok(say("The record is begun. What is still missing stands below.")));
                },
                again -> blank(again, shell));
    }

    @GetMapping("/studio/people/{id}")
    ModelAndView person(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        PerformerRecord record = records.own(caller.requireAccount(), id);
        return shell.page("studio/person", Map.of("record", record, "gaps", gaps(record)));
    }

    @GetMapping("/studio/people/{id}/amendment")
    ModelAndView amendment(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        PerformerRecord record = records.own(caller.requireAccount(), id);
        return amending(record, PersonForm.proposing(record.person()), shell);
    }

    @PostMapping("/studio/people/{id}/amendment")
    ModelAndView amend(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    records.amend(
                            caller.requireAccount(),
                            id,
                            from(form),
                            PersonForm.read(form),
                            PersonForm.amendment(form),
                            form.idempotencyKey());
                    return shell.redirect(
                            path(id), PageNotice.ok(say("Amended. What the record said before stays in its history.")));
                },
                again -> amending(records.own(caller.requireAccount(), id), again, shell));
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    /** The version that a form was made from. */
    static int from(Form form) {
        String typed = form.value("from");
        if (!typed.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidField("from", "Open the page again: this form does not say which version it amends.");
        }
        return Integer.parseInt(typed);
    }

    private List<RecordGap> gaps(PerformerRecord record) {
        return RecordCheck.gaps(record, clock.instant());
    }

    private static boolean isOneself(Form form) {
        return switch (form.value("who")) {
            case "me" -> true;
            case "other" -> false;
            default -> throw new InvalidField("who", "Choose one from the list.");
        };
    }

    private static ModelAndView blank(Form form, Shell shell) {
        return shell.page("studio/person-new", form);
    }

    private static ModelAndView amending(PerformerRecord record, Form form, Shell shell) {
        return shell.page("studio/person-amendment", Map.of("record", record, "form", form));
    }
}
