package network.fanz.web.dash;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.compliance.FoundPerformer;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.RecordCheck;
import network.fanz.content.compliance.RecordGap;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records of the people in works, for custodians: found by any name, and looked at one by one. Each search and each look is audited. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.CUSTODIAN)
final class RecordPages {
    private final PerformerRecords records;
    private final Clock clock;

    RecordPages(PerformerRecords records, @Steady Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/records")
    ModelAndView records(Shell shell) {
        return page(null, Form.empty(), shell);
    }

    /** A form that is sent, because a name must stand in no log of paths. */
    @SecretResponse
    @Access(value = Role.CUSTODIAN, freshProof = true)
    @PostMapping("/records/search")
    ModelAndView search(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> page(
                        records.search(caller.requireAccount(), form.text("name"), after(form.value("after"))),
                        form,
                        shell),
                again -> page(null, again, shell));
    }

    @GetMapping("/records/{id}")
    ModelAndView record(
            @PathVariable("id") UUID id,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Shell shell) {
        PerformerRecord record = records.look(caller.requireAccount(), id);
        return shell.page(
                "dash/record", Map.of("record", record, "gaps", gaps(record), "history", records.history(id, after)));
    }

    private static ModelAndView page(@Nullable Page<FoundPerformer> found, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("found", found);
        return shell.page("dash/records", model);
    }

    private List<RecordGap> gaps(PerformerRecord record) {
        return RecordCheck.gaps(record, clock.instant());
    }

    private static @Nullable UUID after(String typed) {
        try {
            return typed.isEmpty() ? null : CanonicalText.uuid(typed);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
