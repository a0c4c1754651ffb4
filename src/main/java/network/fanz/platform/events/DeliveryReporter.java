package network.fanz.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Sentence;
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
                    Sentence.of(
                            "Nothing that happens is passed on: for {0} s the program could not read how far it is.",
                            dispatcher.sinceScan().toSeconds()),
                    Sentence.of("Look after the database first; passing on goes on by itself.")));
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
            Sentence says = Sentence.of(
                    "What has happened in the last {0} s is not passed on yet, because a transaction in the database does not end.",
                    age.toSeconds());
            Sentence todo = Sentence.of(
                    "Look for the oldest transaction in pg_stat_activity and end it, for instance a backup or a query by hand.");
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
        Sentence says = noticed(
                Sentence.of(delay.isZero() ? "Does not go on." : "Is {0} s late.", delay.toSeconds()), subscription);
        Sentence todo = Sentence.of(
                fails
                        ? "It fails again and again: look in the log for lines that begin with events-{0}."
                        : "If the delay grows, look at the load of the machine and of the database.",
                subscription.name());
        boolean alarm = subscription.readModel() == null && (fails || delay.compareTo(settings.delayMax()) > 0);
        reports.add(
                alarm
                        ? PartReport.alarm(subscription.work(), says, todo)
                        : PartReport.attention(subscription.work(), says, todo));
    }

    /** With what people notice of it, where that was said. */
    private static Sentence noticed(Sentence says, Subscription subscription) {
        String whileLate = subscription.whileLate();
        return whileLate.isEmpty() ? says : Sentence.of("{0} {1}", says, Sentence.of(whileLate));
    }

    private void reportSetAside(List<PartReport> reports, Subscription subscription) {
        long givenUp = dispatcher.givenUpCount(subscription.name());
        long parked = dispatcher.parkedCount(subscription.name());
        if (givenUp > 0) {
            reports.add(PartReport.alarm(
                    subscription.work(),
                    noticed(givenUp(parked, givenUp), subscription),
                    Sentence.of("Open Set aside, have the cause repaired, then try again; or skip with a reason.")));
        } else if (parked > 0) {
            reports.add(PartReport.attention(
                    subscription.work(),
                    Sentence.of(
                            parked == 1
                                    ? "{0} message could not be taken in and will be tried again."
                                    : "{0} messages could not be taken in and will be tried again.",
                            parked),
                    Sentence.of("Nothing yet. If it does not help, this becomes an alarm.")));
        }
    }

    private static Sentence givenUp(long parked, long givenUp) {
        return Sentence.of(
                parked == 1
                        ? "{0} message is set aside: the program could not take one of them in and has stopped trying."
                        : givenUp == 1
                                ? "{0} messages are set aside: the program could not take one of them in and has stopped trying."
                                : "{0} messages are set aside: the program could not take {1} of them in and has stopped trying.",
                parked,
                givenUp);
    }
}
