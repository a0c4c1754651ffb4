package network.fanz.content.catalogue.releases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.content.media.UploadFiles;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a move with its row in the history, its audit entry and its event, all of them or none. */
@Component
class ReleaseMover {
    private static final Set<ReleaseState> GIVEN_UP = EnumSet.of(ReleaseState.REJECTED, ReleaseState.WITHDRAWN);

    private final ReleaseStore store;
    private final UploadFiles files;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReleaseMover(
            ReleaseStore store,
            UploadFiles files,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.files = files;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Emits {@code release_moved}.
     *
     * @return false if it has moved meanwhile; nothing is written then
     * @throws IllegalStateException if there is no such transition
     */
    boolean move(ReleaseRow from, ReleaseMove move) {
        return move(from, move, () -> true);
    }

    /**
     * Moves it if something is so that is asked while nobody else can move it. Emits {@code release_moved}.
     *
     * @return false if it has moved meanwhile, or it is not so; nothing is written then
     * @throws IllegalStateException if there is no such transition
     */
    boolean move(ReleaseRow from, ReleaseMove move, BooleanSupplier isSo) {
        ReleaseTransitions.between(from.state(), move.to());
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!store.lock(from) || !isSo.getAsBoolean()) {
                status.setRollbackOnly();
                return false;
            }
            Instant at = now();
            store.move(from, move, at);
            if (GIVEN_UP.contains(move.to())) {
                files.giveUp(from.upload());
            }
            tell(from, move, at);
            return true;
        }));
    }

    /** The first state of one that was just inserted, in the transaction of whoever did. */
    void begin(ReleaseRow release, ReleaseMove move) {
        store.insertMove(release.id(), release.version(), null, move, release.createdAt());
        tell(release, move, release.createdAt());
    }

    /** A release that stays where it is was taken back: its creator's trace is the one that any other would leave. */
    void withdrawQuietly(ReleaseRow release, AccountId creator) {
        transaction.executeWithoutResult(status -> {
            if (store.setWithdrawn(release.id(), now())) {
                files.giveUp(release.upload());
                audit.record(action(release, ReleaseState.WITHDRAWN, creator));
            }
        });
    }

    private static AuditAction action(ReleaseRow release, ReleaseState state, @Nullable AccountId by) {
        return AuditAction.of("catalogue.move_release", by, "work:" + release.work())
                .with("release", release.id().toString())
                .with("state", code(state));
    }

    private static String code(ReleaseState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void tell(ReleaseRow release, ReleaseMove move, Instant at) {
        String cause = move.cause() == null ? null : move.cause().code();
        events.append(new ReleaseMoved(release.id(), release.work(), release.creator(), code(move.to()), cause, at));
        AuditAction action = action(release, move.to(), move.by());
        audit.record(cause == null ? action : action.with("cause", cause));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
