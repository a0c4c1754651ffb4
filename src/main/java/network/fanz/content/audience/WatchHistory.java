package network.fanz.content.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Steady;
import network.fanz.content.audience.WatchedStore.WatchedRow;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What fans have watched and where they stopped, each for themselves alone, and only while they want it remembered. */
@Component
public class WatchHistory {
    private static final Logger LOG = LoggerFactory.getLogger(WatchHistory.class);

    /** As many works are remembered; of more, those that were watched longest ago are forgotten. */
    static final int MAX = 1000;

    /** No film is longer. */
    static final int SECONDS_MAX = 24 * 60 * 60;

    private static final String WORK = "audience.watched.work";
    private static final String FOUND_BY = "audience.watched.found_by";
    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(5);
    private static final int AT_ONCE = 5_000;

    private final WatchedStore store;
    private final Vault vault;
    private final AudienceSettings settings;
    private final Clock clock;

    WatchHistory(WatchedStore store, Vault vault, AudienceSettings settings, @Steady Clock clock) {
        this.store = store;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether what the fan watches is remembered. */
    public boolean remembers(AccountId fan) {
        return store.paused(List.of(fan)).isEmpty();
    }

    /** Remembers from now on, or does not; what is remembered stays until it is removed. */
    public void remember(AccountId fan, boolean on) {
        if (on) {
            store.goOn(fan);
        } else {
            store.pause(fan, now());
        }
    }

    /**
     * Keeps where the fan has stopped in a film. Without history it does nothing.
     *
     * @throws InvalidField if no film has such a place
     */
    public void keepPlace(AccountId fan, UUID work, int seconds) {
        if (seconds < 0 || seconds > SECONDS_MAX) {
            throw new InvalidField("seconds", "Send whole seconds from the film’s beginning.");
        }
        if (remembers(fan)) {
            note(fan, work, now());
            store.setSeconds(fan, foundBy(fan, work), seconds);
        }
    }

    /** Where the fan has stopped; 0 if nothing is known of it. */
    public int place(AccountId fan, UUID work) {
        return store.find(fan, foundBy(fan, work)).map(WatchedRow::seconds).orElse(0);
    }

    /** What the fan has watched, the latest first. */
    public Page<WatchedWork> of(AccountId fan, @Nullable String after, int limit) {
        Page<WatchedRow> page = Page.cut(
                store.of(fan, mark(after), limit + 1),
                limit,
                row -> row.lastAt().toString());
        return new Page<>(
                page.items().stream().flatMap(row -> open(fan, row).stream()).toList(), page.next());
    }

    public void remove(AccountId fan, UUID work) {
        store.remove(fan, foundBy(fan, work));
    }

    public void removeAll(AccountId fan) {
        store.removeAll(fan);
    }

    /** Notes who has just watched what, where that is wanted. */
    void note(Collection<Look> looks) {
        List<Look> known = looks.stream().filter(look -> look.account() != null).toList();
        Set<AccountId> fans = known.stream()
                .map(look -> Objects.requireNonNull(look.account()))
                .collect(Collectors.toCollection(HashSet::new));
        fans.removeAll(store.paused(fans));
        known.stream().filter(look -> fans.contains(look.account())).forEach(this::note);
    }

    /** What goes wrong with one fan's history is that fan's. */
    private void note(Look look) {
        try {
            note(Objects.requireNonNull(look.account()), look.key().work(), look.last());
        } catch (RuntimeException failed) {
            LOG.warn("A work did not come into a history: {}", RedactedFailure.describe(failed));
        }
    }

    void forget() {
        int gone = AT_ONCE;
        while (gone >= AT_ONCE) {
            gone = store.forget(now().minus(settings.historyKeptFor()), AT_ONCE);
        }
    }

    private void note(AccountId fan, UUID work, Instant at) {
        byte[] foundBy = foundBy(fan, work);
        Optional<WatchedRow> before = store.find(fan, foundBy);
        if (before.isPresent()) {
            if (Duration.between(before.get().lastAt(), at).abs().compareTo(NOTED_AGAIN_AFTER) > 0) {
                store.setLast(fan, foundBy, at);
            }
            return;
        }
        try {
            store.insert(fan, foundBy, vault.seal(fan.value(), WORK, work.toString()), at);
            store.forgetOldest(fan, MAX);
        } catch (SubjectForgotten erased) {
            store.removeAll(fan);
        }
    }

    private Optional<WatchedWork> open(AccountId fan, WatchedRow row) {
        try {
            UUID work = UUID.fromString(vault.open(fan.value(), WORK, row.work()));
            return Optional.of(new WatchedWork(work, row.lastAt(), row.seconds()));
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }

    private byte[] foundBy(AccountId fan, UUID work) {
        return vault.keyedHash(FOUND_BY, fan + " " + work);
    }

    private static @Nullable Instant mark(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : Instant.parse(after);
        } catch (DateTimeParseException other) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
