package network.fanz.security.monitoring.alerts;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.security.monitoring.AlertOutOfOrder;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityAlert;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people have done of an alert's playbook. Runs in its caller's transaction. */
@Component
public class PlaybookTicks {
    private static final String DONE = "STEP_DONE";
    private static final String NOT_DONE = "STEP_NOT_DONE";

    private final AlertStore store;
    private final AlertHistoryStore history;
    private final Alerts alerts;

    PlaybookTicks(AlertStore store, AlertHistoryStore history, Alerts alerts) {
        this.store = store;
        this.history = history;
        this.alerts = alerts;
    }

    /**
     * Writes down that a step is done, or is not after all. A repeated call changes nothing.
     *
     * @param number of the step, from 1
     * @throws NotFound if there is no such alert, or its playbook has no such step
     * @throws AlertOutOfOrder if the alert is closed
     */
    public void tick(UUID alert, int number, boolean done, AccountId by) {
        SecurityAlert locked = store.findForUpdate(alert).orElseThrow(() -> new NotFound("alert"));
        String step = step(locked.playbook(), number);
        if (locked.state() == AlertState.CLOSED) {
            throw new AlertOutOfOrder("The alert is closed: its steps stay as they are.");
        }
        boolean isDone = history.history(alert).done(step) != null;
        if (isDone != done) {
            alerts.note(locked, done ? DONE : NOT_DONE, by, step);
        }
    }

    private static String step(@Nullable Playbook playbook, int number) {
        if (playbook == null || number < 1 || number > playbook.manualSteps().size()) {
            throw new NotFound("step");
        }
        return playbook.manualSteps().get(number - 1);
    }
}
