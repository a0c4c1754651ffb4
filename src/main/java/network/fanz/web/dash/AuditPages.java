package network.fanz.web.dash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditEntry;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who did what, to whom, and when. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class AuditPages {
    private final Audit audit;
    private final Identity identity;

    AuditPages(Audit audit, Identity identity) {
        this.audit = audit;
        this.identity = identity;
    }

    /** In the address: {@code by} for only what this account did, {@code to} for only what was done to it. */
    @GetMapping("/operations/audit")
    ModelAndView entries(Form form, Shell shell) {
        return form.select(
                () -> {
                    AccountId actor = account("by", form.value("by"));
                    AccountId subject = account("to", form.value("to"));
                    Page<AuditEntry> page = audit.entries(
                            subject == null ? null : "account:" + subject,
                            actor,
                            form.values().get("after"));
                    return entries(page, form, shell);
                },
                again -> entries(new Page<>(List.of(), null), again, shell));
    }

    private ModelAndView entries(Page<AuditEntry> page, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("page", page);
        model.put(
                "names",
                StaffNames.of(
                        identity,
                        page.items().stream().flatMap(entry -> people(entry)).toList()));
        return shell.page("dash/audit", model);
    }

    private static Stream<@Nullable AccountId> people(AuditEntry entry) {
        return Stream.of(entry.actor(), AuditSubject.account(entry.subject()));
    }

    /** Reads the whole log, which may take long. So it is a page of its own, and is made on request only. */
    @GetMapping("/operations/audit/verification")
    ModelAndView verification(Shell shell) {
        return shell.page("dash/audit-verification", Map.of("verification", audit.verify()));
    }

    private static @Nullable AccountId account(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return AccountId.of(text.strip());
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidField(field, "Write an account's whole id, as its page shows it.");
        }
    }
}
