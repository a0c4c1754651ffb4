package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.identity.Identity;
import network.fanz.security.monitoring.AlertBatch;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.ReportedFinding;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
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

/** The queue of alerts, and what is done about one. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.ADMINISTRATOR, Role.ANALYST})
final class AlertPages {
    private static final int ROWS = 50;
    private static final int BEHIND = 20;

    private final Monitoring monitoring;
    private final Identity identity;
    private final Clock clock;

    AlertPages(Monitoring monitoring, Identity identity, @Steady Clock clock) {
        this.monitoring = monitoring;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/security/alerts")
    ModelAndView alerts(Form form, Shell shell) {
        String state = state(form);
        return form.select(
                () -> queue(state, form.value("severity"), form.values().get("after"), Form.empty(), shell),
                again -> shell.page(
                        "dash/alerts",
                        Map.of("list", list(state, AlertFilter.ALL, new Page<>(List.of(), null), null, again))));
    }

    private static String state(Form form) {
        return form.value("state").isEmpty() ? "open" : form.value("state");
    }

    /** Closes what was chosen as false alarms. The boxes' names hold the alerts' ids, their values how bad the page said they are. */
    @PostMapping("/security/alerts/closures")
    ModelAndView closeAll(Caller caller, Form form, Shell shell) {
        String state = state(form);
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<Map<UUID, Severity>> chosen = fields.read(() -> chosen(form));
                    Supplier<String> note = fields.read(() -> form.text("note"));
                    fields.refuseWrong();
                    AlertBatch batch = monitoring.closeAll(chosen.get(), caller.requireAccount(), note.get());
                    return shell.redirect(
                            AlertList.address(state, form.value("severity")),
                            PageNotice.ok(say(
                                    batch.closed().size() == 1 ? "1 alert is closed." : "{0} alerts are closed.",
                                    batch.closed().size())));
                },
                again -> queue(state, form.value("severity"), null, again, shell));
    }

    private static Map<UUID, Severity> chosen(Form form) {
        Map<UUID, Severity> chosen = new LinkedHashMap<>();
        for (String name : form.values().keySet()) {
            if (name.startsWith(AlertList.BOX)) {
                try {
                    chosen.put(
                            UUID.fromString(name.substring(AlertList.BOX.length())),
                            Severity.valueOf(form.value(name)));
                } catch (IllegalArgumentException notAnId) {
                    throw new InvalidField("alerts", "Choose alerts from the list.");
                }
            }
        }
        if (chosen.isEmpty()) {
            throw new InvalidField("alerts", "Choose 1 to 200 alerts.");
        }
        return chosen;
    }

    private ModelAndView queue(
            String state, @Nullable String severity, @Nullable String after, Form form, Shell shell) {
        AlertFilter filter = filter(state, severity);
        long newest = monitoring.newestAlert();
        Page<SecurityAlert> page = monitoring.alerts(filter, after, ROWS);
        return shell.page(
                "dash/alerts", Map.of("list", list(state, filter, page, after == null ? newest : null, form)));
    }

    /** @param newest of the newest stretch, which says when more has come: the number of the newest alert, before it was read */
    private AlertList list(
            String state, AlertFilter filter, Page<SecurityAlert> page, @Nullable Long newest, Form form) {
        return new AlertList(
                state,
                filter,
                page,
                newest,
                monitoring.openAlerts(),
                StaffNames.of(
                        identity,
                        page.items().stream().map(SecurityAlert::acknowledgedBy).toList()),
                form,
                clock.instant());
    }

    /** Asked for by the open list every now and then: a line that says how many have come, or nothing. */
    @GetMapping("/security/alerts/news")
    ModelAndView news(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(defaultValue = "0") long since,
            Shell shell) {
        AlertFilter filter = filter(state, severity);
        String severityValue = filter.severity() == null ? "" : EnumLabels.value(filter.severity());
        return shell.page(
                "dash/alertnews",
                Map.of(
                        "count",
                        monitoring.alertsSince(filter, since),
                        "list",
                        AlertList.address(state, severityValue)));
    }

    private static AlertFilter filter(String state, @Nullable String severity) {
        return AlertFilter.of(state.equals("all") ? null : state, severity);
    }

    @GetMapping("/security/alerts/{id}")
    ModelAndView alert(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String events,
            @RequestParam(required = false) @Nullable String reports,
            Shell shell) {
        return page(id, events, reports, Form.empty(), shell);
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/security/alerts/{id}/block")
    ModelAndView confirmBlock(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(
                id,
                caller,
                form,
                shell,
                say("Sign-in and payments from the address are refused."),
                by -> monitoring.confirmBlock(id, by));
    }

    @PostMapping("/security/alerts/{id}/acknowledgement")
    ModelAndView acknowledge(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(
                id, caller, form, shell, say("You look after this alert now."), by -> monitoring.acknowledge(id, by));
    }

    @PostMapping("/security/alerts/{id}/containment")
    ModelAndView contain(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(id, caller, form, shell, say("Contained."), by -> monitoring.contain(id, by, form.value("note")));
    }

    @PostMapping("/security/alerts/{id}/closure")
    ModelAndView close(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(
                id,
                caller,
                form,
                shell,
                say("Closed."),
                by -> monitoring.close(id, by, verdict(form.value("verdict")), form.value("note")));
    }

    @PostMapping("/security/alerts/{id}/steps/{number}")
    ModelAndView tick(@PathVariable UUID id, @PathVariable int number, Caller caller, Form form, Shell shell) {
        boolean done = form.value("done").equals("yes");
        String said = say(done ? "Done." : "Not done after all.");
        return step(id, caller, form, shell, said, by -> monitoring.tick(id, number, done, by));
    }

    private ModelAndView step(UUID id, Caller caller, Form form, Shell shell, String done, Consumer<AccountId> work) {
        return form.submit(
                () -> {
                    work.accept(caller.requireAccount());
                    return shell.redirect("/security/alerts/" + id, PageNotice.ok(done));
                },
                again -> page(id, null, null, again, shell));
    }

    private ModelAndView page(UUID id, @Nullable String events, @Nullable String reports, Form form, Shell shell) {
        SecurityAlert alert = monitoring.alert(id).orElseThrow(() -> new NotFound("alert"));
        AlertHistory history = monitoring.history(id);
        Page<ReportedFinding> reported = monitoring.reports(id, reports, BEHIND);
        Page<SecurityEvent> evidence = monitoring.evidence(id, events, BEHIND);
        List<@Nullable AccountId> people = staff(alert, history, reported.items());
        people.add(alert.userId());
        evidence.items().forEach(event -> people.add(event.userId()));
        AlertView view = new AlertView(alert, history, evidence, reported, StaffNames.of(identity, people));
        return shell.page("dash/alert", Map.of("view", view, "form", form));
    }

    private static List<@Nullable AccountId> staff(
            SecurityAlert alert, AlertHistory history, List<ReportedFinding> reports) {
        List<@Nullable AccountId> staff = new ArrayList<>();
        staff.add(alert.acknowledgedBy());
        history.changes().forEach(alertHistoryEntry -> staff.add(alertHistoryEntry.by()));
        history.done().forEach(alertHistoryEntry -> staff.add(alertHistoryEntry.by()));
        reports.forEach(report -> staff.add(report.by()));
        return staff;
    }

    private static AlertVerdict verdict(String word) {
        return switch (word) {
            case "true_positive" -> AlertVerdict.TRUE_POSITIVE;
            case "false_positive" -> AlertVerdict.FALSE_POSITIVE;
            default -> throw new InvalidField("verdict", "Say whether it was real.");
        };
    }
}
