package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.common.Page;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import network.fanz.web.form.Form;
import network.fanz.web.show.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the alerts, and the filter that stands in the address.
 *
 * @param state open, all, or a state
 * @param newest of the newest stretch, which says when more has come: the number of the newest alert, before the list was read; null of an
 *     older stretch
 * @param open how many are not closed
 * @param form what was sent to close several, or a filter that cannot be read; empty at first
 */
public record AlertList(
        String state,
        AlertFilter filter,
        Page<SecurityAlert> page,
        @Nullable Long newest,
        long open,
        StaffNames names,
        Form form,
        Instant now) {
    /** How the names of the form's boxes begin. */
    static final String BOX = "alert-";

    /** A state to choose. */
    public record StateChoice(String value, String text) {}

    public List<StateChoice> states() {
        return List.of(
                new StateChoice("open", say("Open")),
                new StateChoice("new", say("New")),
                new StateChoice("acknowledged", say("Acknowledged")),
                new StateChoice("contained", say("Contained")),
                new StateChoice("closed", say("Closed")),
                new StateChoice("all", say("All")));
    }

    /** Whether the filter cannot be read, so that there are no rows. */
    public boolean refused() {
        return form.error("state") != null || form.error("severity") != null || form.error("after") != null;
    }

    /** Whether it is the newest stretch. */
    public boolean first() {
        return newest != null;
    }

    public List<EnumLabels.FilterOption> severities() {
        return EnumLabels.options(Severity.class, say("Any"), filter.severity());
    }

    public static String address(String otherState, String severity) {
        return "/security/alerts?state=" + otherState + (severity.isEmpty() ? "" : "&severity=" + severity);
    }

    public String severity() {
        return filter.severity() == null ? "" : EnumLabels.value(filter.severity());
    }

    public @Nullable String more() {
        return page.next() == null ? null : address(state, severity()) + "&after=" + page.next();
    }

    /** Where the page asks whether more has come. The list itself stays as it is while it is read. */
    public String news() {
        return address(state, severity()).replace("/alerts?", "/alerts/news?") + "&since=" + newest;
    }

    /** Whether there is anything here to close. */
    public boolean closable() {
        return page.items().stream().anyMatch(alert -> alert.state() != AlertState.CLOSED);
    }

    /** The name of an alert's box in the form that closes several. */
    public static String box(SecurityAlert alert) {
        return BOX + alert.id();
    }

    public String age(SecurityAlert alert) {
        Duration age = Duration.between(alert.createdAt(), now);
        return Lengths.length(age.isNegative() ? Duration.ZERO : age);
    }
}
