package network.fanz.security.monitoring;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.monitoring.ingestion.EnumParser;
import network.fanz.security.monitoring.ingestion.ReportValidation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Security events, alerts and metrics for staff and for the systems that report to them. */
@RestController
@RequestMapping("/api/v1/security")
class MonitoringApi {
    private static final int DETAILS = 50;

    private final Monitoring monitoring;
    private final Clock clock;

    MonitoringApi(Monitoring monitoring, @Steady Clock clock) {
        this.monitoring = monitoring;
        this.clock = clock;
    }

    /** The fields are those of the integration guide; words of closed lists come in either spelling. */
    record EventReport(
            @Nullable String source,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String title,
            @Nullable String description,
            @Nullable String userId,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable String platform,
            @Nullable String location,
            @Nullable Map<String, Object> metadata,
            @Nullable String rawData,
            @Nullable List<String> tags) {}

    /** The fields are those of the integration guide; words of closed lists come in either spelling. */
    record AlertReport(
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String severity,
            @Nullable String title,
            @Nullable String description,
            @Nullable String responsePlaybook) {}

    record Containment(@Nullable String note) {}

    /** @param verdict TRUE_POSITIVE or FALSE_POSITIVE */
    record Closure(@Nullable String verdict, @Nullable String note) {}

    /** @param severity how bad it was when it was read; one that has become worse since is not closed */
    record SeenAlert(@Nullable UUID id, @Nullable String severity) {}

    /** @param alerts at most 200 */
    record BatchClosure(
            @Nullable List<SeenAlert> alerts, @Nullable String note) {}

    /**
     * @param evidence the newest events behind it; {@code /events} has all
     * @param reports the newest reports from outside; {@code /reports} has all
     */
    record AlertDetails(
            SecurityAlert alert, AlertHistory history, List<SecurityEvent> evidence, List<ReportedFinding> reports) {}

    record RawData(String rawData) {}

    @PostMapping("/events")
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "ingestSecurityEvent", summary = "Write down what another system has seen")
    SecurityEvent ingest(@RequestBody EventReport report, Caller caller) {
        NewSecurityEvent event = NewSecurityEvent.of(
                        EnumParser.parse(SecurityEventSource.class, "source", report.source()),
                        EnumParser.parse(SecurityEventCategory.class, "category", report.category()),
                        EnumParser.parse(Severity.class, "severity", report.severity()),
                        InvalidField.required("title", report.title()),
                        InvalidField.required("description", report.description()),
                        clock.instant())
                .about(SecurityEventFilter.account(report.userId()))
                .from(report.ipAddress(), report.userAgent(), report.platform(), report.location())
                .with(ReportValidation.metadata(report.metadata()))
                .withRawData(report.rawData())
                .tagged(ReportValidation.tags(report.tags()).toArray(String[]::new));
        return monitoring.ingestSecurityEvent(event, caller.requireAccount());
    }

    @GetMapping("/events")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "listSecurityEvents", summary = "Security events, newest first")
    Page<SecurityEvent> events(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return monitoring.events(SecurityEventFilter.of(severity, category, source, userId, address), after, limit);
    }

    @GetMapping("/events/{id}")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "getSecurityEvent", summary = "One security event")
    SecurityEvent event(@PathVariable UUID id) {
        return monitoring.event(id).orElseThrow(() -> new NotFound("event"));
    }

    @GetMapping("/events/{id}/raw-data")
    @Access(Role.ADMINISTRATOR)
    @Operation(
            operationId = "getSecurityEventRawData",
            summary = "What an event's sender kept with it; the look is audited")
    RawData rawData(@PathVariable UUID id, Caller caller) {
        return new RawData(monitoring.rawData(id, caller.requireAccount()));
    }

    @PostMapping("/alerts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "createSecurityAlert", summary = "Raise an alert, or count one more of the same")
    SecurityAlert create(@RequestBody AlertReport report, Caller caller) {
        NewAlert alert = new NewAlert(
                report.eventId(),
                EnumParser.parse(AlertType.class, "type", report.type()),
                EnumParser.parse(Severity.class, "severity", report.severity()),
                InvalidField.required("title", report.title()),
                InvalidField.required("description", report.description()),
                Playbook.ofLabel("responsePlaybook", report.responsePlaybook()));
        return monitoring.createSecurityAlert(alert, caller.requireAccount());
    }

    @GetMapping("/alerts")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(
            operationId = "listSecurityAlerts",
            summary = "Alerts; open ones the worst first, then the newest; state may be open")
    Page<SecurityAlert> alerts(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return monitoring.alerts(AlertFilter.of(state, severity), after, limit);
    }

    @GetMapping("/alerts/{id}")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "getSecurityAlert", summary = "One alert with its history and the newest events behind it")
    AlertDetails alert(@PathVariable UUID id) {
        SecurityAlert alert = monitoring.alert(id).orElseThrow(() -> new NotFound("alert"));
        return new AlertDetails(
                alert,
                monitoring.history(id),
                monitoring.evidence(id, null, DETAILS).items(),
                monitoring.reports(id, null, DETAILS).items());
    }

    @GetMapping("/alerts/{id}/events")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "listSecurityAlertEvents", summary = "The events behind an alert, newest first")
    Page<SecurityEvent> evidence(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return monitoring.evidence(known(id), after, limit);
    }

    @GetMapping("/alerts/{id}/reports")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(
            operationId = "listSecurityAlertReports",
            summary = "What was reported about an alert in its own words, newest first")
    Page<ReportedFinding> reports(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return monitoring.reports(known(id), after, limit);
    }

    private UUID known(UUID alert) {
        return monitoring.alert(alert).orElseThrow(() -> new NotFound("alert")).id();
    }

    @PostMapping("/alerts/closures")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "closeSecurityAlerts", summary = "Close several alerts as false alarms at once")
    AlertBatch closeAll(@RequestBody BatchClosure body, Caller caller) {
        Map<UUID, Severity> seen = new LinkedHashMap<>();
        for (SeenAlert alert : InvalidField.required("alerts", body.alerts())) {
            SeenAlert named = InvalidField.required("alerts", alert);
            seen.put(
                    InvalidField.required("alerts.id", named.id()),
                    EnumParser.parse(Severity.class, "alerts.severity", named.severity()));
        }
        return monitoring.closeAll(seen, caller.requireAccount(), body.note());
    }

    @PostMapping("/alerts/{id}/block")
    @Access(Role.ADMINISTRATOR)
    @Operation(
            operationId = "confirmSecurityAlertBlock",
            summary = "Refuse the address of an alert that proposes it; who reported it may not")
    SecurityAlert confirmBlock(@PathVariable UUID id, Caller caller) {
        return monitoring.confirmBlock(id, caller.requireAccount());
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "acknowledgeSecurityAlert", summary = "Take an alert up")
    SecurityAlert acknowledge(@PathVariable UUID id, Caller caller) {
        return monitoring.acknowledge(id, caller.requireAccount());
    }

    @PostMapping("/alerts/{id}/containment")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "containSecurityAlert", summary = "Say that an alert's cause does no more harm")
    SecurityAlert contain(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Containment body, Caller caller) {
        return monitoring.contain(id, caller.requireAccount(), body == null ? null : body.note());
    }

    @PostMapping("/alerts/{id}/closure")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "closeSecurityAlert", summary = "Close an alert with a verdict")
    SecurityAlert close(@PathVariable UUID id, @RequestBody Closure body, Caller caller) {
        AlertVerdict verdict = EnumParser.parse(AlertVerdict.class, "verdict", body.verdict());
        return monitoring.close(id, caller.requireAccount(), verdict, body.note());
    }

    @PutMapping("/alerts/{id}/steps/{number}")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "tickSecurityAlertStep", summary = "Say that a step of an alert's playbook is done")
    SecurityAlert tick(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return monitoring.tick(id, number, true, caller.requireAccount());
    }

    @DeleteMapping("/alerts/{id}/steps/{number}")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(
            operationId = "untickSecurityAlertStep",
            summary = "Say that a step of an alert's playbook is not done after all")
    SecurityAlert untick(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return monitoring.tick(id, number, false, caller.requireAccount());
    }

    @GetMapping("/metrics")
    @Access({Role.ADMINISTRATOR, Role.ANALYST, Role.EXECUTIVE})
    @Operation(operationId = "generateSecurityMetrics", summary = "Counts and times over [now - period, now)")
    SecurityMetrics metrics(@RequestParam(defaultValue = "LAST_24H") String period) {
        return monitoring.generateSecurityMetrics(EnumParser.parse(MetricsPeriod.class, "period", period));
    }
}
