package network.fanz.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;

/** Says in an operator's words whether what happens is passed on, and what people notice if it is not. */
final class DeliveryReporter implements PartReporter {
    private static final String PART = "Passing on";
    private static final Duration SCAN_MAX = Duration.ofSeconds(10);
    private static final int FAILURES_MAX = 5;

    private final EventDispatcher dispatcher;
    private final EventSettings settings;

    DeliveryReporter(EventDispatcher dispatcher, EventSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    public List<PartReport> reports() {
        List<PartReport> reports = new ArrayList<>();
        if (dispatcher.sinceScan().compareTo(SCAN_MAX) > 0) {
            reports.add(PartReport.alarm(
                    PART,
                    "Nothing that happens is passed on: for " + seconds(dispatcher.sinceScan())
                            + " the program could not read how far it is.",
                    "Look after the database first; passing on goes on by itself."));
            return reports;
        }
        reportLongTransaction(reports);
        for (SubscriptionRunner runner : dispatcher.runners()) {
            reportDelay(reports, runner.subscription());
            reportSetAside(reports, runner.subscription());
            if (runner.types().areLeftToNewer()) {
                reports.add(
                        PartReport.attention(
                                runner.subscription().work(),
                                "This node leaves it to a newer version of the program, which knows more than this one.",
                                "Bring this node to the newer version. After a step back to this version for good, choose Go on with this version on the page Set aside."));
            }
        }
        if (reports.isEmpty()) {
            reports.add(PartReport.works(PART, "What happens is passed on within seconds."));
        }
        return reports;
    }

    private void reportLongTransaction(List<PartReport> reports) {
        Duration age = dispatcher.watermark().age();
        boolean alarm = age.compareTo(settings.watermarkAgeMax()) > 0;
        if (alarm || age.compareTo(settings.delayMax()) > 0) {
            String says = "What has happened in the last " + seconds(age)
                    + " is not passed on yet, because a transaction in the database does not end.";
            String todo =
                    "Look for the oldest transaction in pg_stat_activity and end it, for instance a backup or a query by hand.";
            reports.add(alarm ? PartReport.alarm(PART, says, todo) : PartReport.attention(PART, says, todo));
        }
    }

    /** A read model that is built anew is late for long and does no harm, so its delay is never an alarm. */
    private void reportDelay(List<PartReport> reports, Subscription subscription) {
        Duration delay = dispatcher.delay(subscription.name());
        boolean fails = dispatcher.consecutiveFailures(subscription.name()) >= FAILURES_MAX;
        if (!fails && delay.compareTo(settings.delayMax().dividedBy(2)) <= 0) {
            return;
        }
        String says = (delay.isZero() ? "Does not go on." : "Is " + seconds(delay) + " late.") + " "
                + subscription.whileLate();
        String todo = fails
                ? "It fails again and again: look in the log for lines that begin with events-" + subscription.name()
                        + "."
                : "If the delay grows, look at the load of the machine and of the database.";
        boolean alarm = subscription.readModel() == null && (fails || delay.compareTo(settings.delayMax()) > 0);
        reports.add(
                alarm
                        ? PartReport.alarm(subscription.work(), says.strip(), todo)
                        : PartReport.attention(subscription.work(), says.strip(), todo));
    }

    private void reportSetAside(List<PartReport> reports, Subscription subscription) {
        long givenUp = dispatcher.givenUpCount(subscription.name());
        long parked = dispatcher.parkedCount(subscription.name());
        if (givenUp > 0) {
            reports.add(PartReport.alarm(
                    subscription.work(),
                    parked + (parked == 1 ? " message is" : " messages are")
                            + " set aside: the program could not take "
                            + (givenUp == 1 ? "one" : givenUp) + " of them in and has stopped trying. "
                            + subscription.whileLate(),
                    "Open Set aside, have the cause repaired, then try again; or skip with a reason."));
        } else if (parked > 0) {
            reports.add(PartReport.attention(
                    subscription.work(),
                    parked + (parked == 1 ? " message" : " messages")
                            + " could not be taken in and will be tried again.",
                    "Nothing yet. If it does not help, this becomes an alarm."));
        }
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
