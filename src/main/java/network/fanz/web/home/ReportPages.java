package network.fanz.web.home;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.InvalidField;
import network.fanz.common.Origin;
import network.fanz.content.moderation.NewReport;
import network.fanz.content.moderation.ReportReason;
import network.fanz.content.moderation.Reports;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where anyone reports a work that they see, with an account or without. */
@Controller
@OnFanBrands
@Access(anyone = true)
final class ReportPages {
    private static final String PATH = "/report/{work}";

    private final Reports reports;

    ReportPages(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(PATH)
    ModelAndView form(@PathVariable("work") UUID work, Shell shell) {
        reports.requireSeen(work);
        return page(work, Form.empty(), shell);
    }

    @PostMapping(PATH)
    ModelAndView report(@PathVariable("work") UUID work, Form form, Origin origin, Shell shell) {
        return form.submit(
                () -> {
                    reports.report(NewReport.of(work, reason(form), form.value("words")), origin);
                    return shell.redirect(
                            "/watch/" + work,
                            PageNotice.ok(say("Thank you. One of our people looks at it, or has done so already.")));
                },
                again -> page(work, again, shell));
    }

    private static ReportReason reason(Form form) {
        return Arrays.stream(ReportReason.values())
                .filter(reason -> code(reason).equals(form.text("reason")))
                .findFirst()
                .orElseThrow(() -> new InvalidField("reason", "Choose one from the list."));
    }

    private static String code(ReportReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static ModelAndView page(UUID work, Form form, Shell shell) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Arrays.stream(ReportReason.values()).forEach(reason -> reasons.put(code(reason), reason.said()));
        return shell.page("home/report", Map.of("work", work, "form", form, "reasons", reasons));
    }
}
