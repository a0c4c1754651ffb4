package network.fanz.content.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.content.audience.ViewStore.TellingRow;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.platform.events.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of views once they are written: they are told, counted anew and forgotten. */
@Component
class ViewUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(ViewUpkeep.class);
    private static final Duration TOLD_AFTER = Duration.ofMinutes(1);
    private static final Duration AHEAD_MAX = Duration.ofDays(1);
    private static final int AT_ONCE = 5_000;

    private final ViewStore store;
    private final DayTotalStore totals;
    private final Events events;
    private final AudienceSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    ViewUpkeep(
            ViewStore store,
            DayTotalStore totals,
            Events events,
            AudienceSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.totals = totals;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells sums, at most one a work and hour each time, so that who watches does not fill the log. Emits {@code views_counted}. */
    void tell() {
        Instant before = clock.instant().minus(TOLD_AFTER);
        int told = 1;
        while (told > 0) {
            told = transaction.execute(status -> tellSome(before));
        }
    }

    private int tellSome(Instant before) {
        List<ViewsCounted> told = store.tell(before, AT_ONCE, this::counted);
        events.append(told);
        return told.size();
    }

    private ViewsCounted counted(TellingRow row) {
        return new ViewsCounted(Ids.next(clock), row.work(), row.creator(), row.hour(), row.views());
    }

    /** Counts each day anew of which all views are kept. */
    void countAnew() {
        Instant now = clock.instant();
        LocalDate first = day(now.minus(settings.viewsKeptFor())).plusDays(2);
        first.datesUntil(day(now).plusDays(1))
                .forEach(day -> transaction.executeWithoutResult(status -> {
                    store.lock();
                    int differing = totals.differing(day);
                    if (differing > 0) {
                        LOG.warn("{} totals of {} were not what its views say, and are counted anew", differing, day);
                        totals.countAnew(day);
                    }
                }));
    }

    void forget() {
        Instant now = clock.instant();
        int gone = AT_ONCE;
        while (gone >= AT_ONCE) {
            gone = transaction.execute(
                    status -> store.delete(now.minus(settings.viewsKeptFor()), now.plus(AHEAD_MAX), AT_ONCE));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
