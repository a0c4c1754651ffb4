package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.NewDecision;
import network.fanz.content.moderation.ReviewDecision;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewState;
import network.fanz.content.moderation.UndoTooLate;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;

/** What people decide, and undo while it has not taken effect. */
@Component
public class Decisions {
    private static final int SHOWN_MAX = 20;

    private final ReviewItemStore items;
    private final DecisionStore decisions;
    private final DecisionEffects effects;
    private final DecisionCheck check;
    private final SealedNotes notes;
    private final ReviewTimes times;
    private final Transactions transaction;

    Decisions(
            ReviewItemStore items,
            DecisionStore decisions,
            DecisionEffects effects,
            DecisionCheck check,
            SealedNotes notes,
            ReviewTimes times,
            Transactions transaction) {
        this.items = items;
        this.decisions = decisions;
        this.effects = effects;
        this.check = check;
        this.notes = notes;
        this.times = times;
        this.transaction = transaction;
    }

    /** See {@link network.fanz.content.moderation.Reviews#decide}. */
    public ReviewDecision decide(UUID id, UUID release, NewDecision wanted, AccountId by) {
        return transaction.in(() -> {
            ReviewItem item = items.lock(release).orElseThrow(() -> new NotFound("item"));
            Optional<DecisionRow> before = decisions.find(id);
            if (before.isPresent()) {
                return shown(before.get());
            }
            ReleaseState state = check.stateOf(item, wanted, by);
            Instant now = times.now();
            boolean atOnce = state == ReleaseState.PUBLISHED && wanted.kind() != DecisionKind.ESCALATE;
            DecisionRow row = new DecisionRow(
                    id,
                    release,
                    item.work(),
                    item.creator(),
                    wanted.kind(),
                    item.reason(),
                    state,
                    wanted.digest(),
                    wanted.clause(),
                    notes.seal(item.work(), wanted.note()),
                    item.severity(),
                    item.policy(),
                    by,
                    now,
                    atOnce ? now : times.effectiveFrom(now),
                    null,
                    null);
            decisions.insert(row);
            settle(row);
            transaction.record(action("moderation." + verb(wanted.kind()), row, by));
            if (atOnce) {
                effects.take(row);
            }
            return shown(decisions.find(id).orElseThrow());
        });
    }

    private void settle(DecisionRow row) {
        switch (row.kind()) {
            case APPROVE -> items.close(row.release(), ReviewState.APPROVED);
            case REJECT -> items.close(row.release(), ReviewState.REJECTED);
            case ESCALATE -> items.escalate(row.release(), row.by());
        }
    }

    /** See {@link network.fanz.content.moderation.Reviews#undo}. */
    public ReviewDecision undo(UUID id, AccountId by) {
        return transaction.in(() -> {
            DecisionRow row = decisions.find(id).orElseThrow(() -> new NotFound("decision"));
            items.lock(row.release());
            if (!row.by().equals(by)) {
                throw new Forbidden("Whoever has decided can undo it, and nobody else.");
            }
            Instant now = times.now();
            if (row.undoneAt() == null) {
                if (!decisions.setUndone(id, now, times.latestEffect(now))) {
                    throw new UndoTooLate();
                }
                if (!check.isDecidable(row.release())) {
                    items.close(row.release(), ReviewState.GONE);
                } else if (row.kind() == DecisionKind.ESCALATE) {
                    items.takeBack(row.release(), row.severity(), by, times.claimedUntil(now));
                } else {
                    items.putBack(by, null);
                    items.reopen(row.release(), by, times.claimedUntil(now));
                }
                transaction.record(action("moderation.undo", row, by));
            }
            return shown(decisions.find(id).orElseThrow());
        });
    }

    private static String verb(DecisionKind kind) {
        return switch (kind) {
            case APPROVE -> "approve";
            case REJECT -> "reject";
            case ESCALATE -> "escalate";
        };
    }

    private static AuditAction action(String name, DecisionRow row, AccountId by) {
        AuditAction action = AuditAction.of(name, by, "work:" + row.work())
                .with("release", row.release().toString())
                .with("decision", row.id().toString())
                .with("digest", row.digest());
        return row.clause() == null ? action : action.with("clause", row.clause());
    }

    /** @throws NotFound if there is none */
    public ReviewDecision find(UUID id) {
        return shown(decisions.find(id).orElseThrow(() -> new NotFound("decision")));
    }

    /** Of a release, the latest first. */
    public List<ReviewDecision> of(UUID release) {
        return decisions.of(release, SHOWN_MAX).stream().map(this::shown).toList();
    }

    /** About a creator's works, the latest first. */
    public List<ReviewDecision> about(AccountId creator) {
        return decisions.about(creator, SHOWN_MAX).stream().map(this::shown).toList();
    }

    /** Why works were rejected or taken down, by work: the code of the clause. */
    public Map<UUID, String> clauses(Collection<UUID> works) {
        return decisions.clauses(works);
    }

    private ReviewDecision shown(DecisionRow row) {
        return row.shown(notes.open(row.work(), row.note()));
    }
}
