package network.fanz.web.dash;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityAlert;
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

/** The queue of alerts, and what is done about one. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.ADMINISTRATOR, Role.ANALYST})
final class AlertPages {
    private static final int ROWS = 50;

    private final Monitoring monitoring;
    private final Identity identity;
    private final Clock clock;

    AlertPages(Monitoring monitoring, Identity identity, Clock clock) {
        this.monitoring = monitoring;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/security/alerts")
    ModelAndView alerts(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String after,
            Shell shell) {
        AlertFilter filter = filter(state, severity);
        Page<SecurityAlert> page = monitoring.alerts(filter, after, ROWS);
        return shell.page(
                "dash/alerts",
                Map.of(
                        "list",
                        new AlertList(
                                state,
                                filter,
                                page,
                                after == null,
                                monitoring.openAlerts(),
                                StaffNames.of(
                                        identity,
                                        page.items().stream()
                                                .map(SecurityAlert::acknowledgedBy)
                                                .toList()),
                                clock.instant())));
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
    ModelAndView alert(@PathVariable UUID id, Shell shell) {
        return page(id, Form.empty(), shell);
    }

    @PostMapping("/security/alerts/{id}/acknowledgement")
    ModelAndView acknowledge(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(id, caller, form, shell, "You look after this alert now.", by -> monitoring.acknowledge(id, by));
    }

    @PostMapping("/security/alerts/{id}/containment")
    ModelAndView contain(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(id, caller, form, shell, "Contained.", by -> monitoring.contain(id, by, form.value("note")));
    }

    @PostMapping("/security/alerts/{id}/closure")
    ModelAndView close(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return step(
                id,
                caller,
                form,
                shell,
                "Closed.",
                by -> monitoring.close(id, by, verdict(form.value("verdict")), form.value("note")));
    }

    private ModelAndView step(UUID id, Caller caller, Form form, Shell shell, String done, Consumer<AccountId> work) {
        return form.submit(
                () -> {
                    work.accept(caller.requireAccount());
                    return shell.redirect("/security/alerts/" + id, PageNotice.ok(done));
                },
                again -> page(id, again, shell));
    }

    private ModelAndView page(UUID id, Form form, Shell shell) {
        SecurityAlert alert = monitoring.alert(id).orElseThrow(() -> new NotFound("alert"));
        AlertHistory history = monitoring.history(id);
        return shell.page(
                "dash/alert",
                Map.of(
                        "alert",
                        alert,
                        "history",
                        history,
                        "evidence",
                        monitoring.evidence(id),
                        "names",
                        StaffNames.of(identity, staff(alert, history)),
                        "form",
                        form));
    }

    private static List<@Nullable AccountId> staff(SecurityAlert alert, AlertHistory history) {
        List<@Nullable AccountId> staff = new ArrayList<>();
        staff.add(alert.acknowledgedBy());
        history.changes().forEach(alertHistoryEntry -> staff.add(alertHistoryEntry.by()));
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
