package network.fanz.content.introductions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Ids;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.introductions.IntroductionGate.IntroductionNote;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creators propose what they say of themselves, administrators look at it, and only then do others see it. */
@Component
public class Introductions {
    private static final String WITHDRAWN = "withdrawn";

    private final SealedIntroductions kept;
    private final IntroductionLetters letters;
    private final Handles handles;
    private final Identity identity;
    private final IntroductionGates gates;
    private final IntroductionTeller teller;
    private final TransactionOperations transaction;
    private final Clock clock;

    Introductions(
            SealedIntroductions kept,
            IntroductionLetters letters,
            Handles handles,
            Identity identity,
            IntroductionGates gates,
            IntroductionTeller teller,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.kept = kept;
        this.letters = letters;
        this.handles = handles;
        this.identity = identity;
        this.gates = gates;
        this.teller = teller;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Proposes what is to stand on the creator's page. It takes the place of one that waits or was refused; what is shown stays until the
     * new one is. Proposed again while it waits it changes nothing. Emits {@code introduction_moved}.
     *
     * @throws HandleNeeded if the creator has no short address
     */
    public void propose(AccountId creator, Introduction introduction) {
        if (handles.of(creator).isEmpty()) {
            throw new HandleNeeded();
        }
        transaction.executeWithoutResult(status -> {
            kept.lock(creator);
            IntroductionProposal waiting = kept.standing(creator).waiting();
            if (waiting != null && waiting.introduction().equals(introduction)) {
                return;
            }
            UUID id = Ids.next(clock);
            kept.remove(creator, IntroductionState.PROPOSED, IntroductionState.REFUSED);
            kept.insert(id, creator, introduction, now());
            tell(id, creator, IntroductionState.PROPOSED.code(), null, creator);
            teller.record(AuditAction.of("introductions.propose", creator, subject(creator))
                    .with("introduction", id.toString()));
        });
    }

    /** Takes away all that the creator has: nobody sees it from now on. Without any it does nothing. Emits {@code introduction_moved}. */
    public void withdraw(AccountId creator) {
        transaction.executeWithoutResult(status -> {
            kept.lock(creator);
            if (kept.remove(creator, IntroductionState.values()) > 0) {
                tell(null, creator, WITHDRAWN, null, creator);
                teller.record(AuditAction.of("introductions.withdraw", creator, subject(creator)));
            }
        });
    }

    /** What a creator has, for their own page and for whoever looks at what waits. */
    public IntroductionStanding standing(AccountId creator) {
        return kept.standing(creator);
    }

    /** What others see of a creator; nothing of one whose account is not active. */
    public Optional<Introduction> shown(AccountId creator) {
        return Optional.ofNullable(kept.standing(creator).shown())
                .map(IntroductionProposal::introduction)
                .filter(introduction -> !introduction.erased() && isActive(creator));
    }

    /** What software finds in it, by the policy in force; null if it could not look. */
    public @Nullable List<IntroductionNote> notes(Introduction introduction) {
        return gates.notes(introduction);
    }

    /** What waits for an administrator, the oldest first. */
    public List<IntroductionProposal> waiting(int limit) {
        return kept.waiting(limit);
    }

    /** How many wait, a hundred at the most. */
    public int countWaiting() {
        return kept.countWaiting();
    }

    /** One that waits. */
    public Optional<IntroductionProposal> waiting(UUID id) {
        return kept.find(id).filter(one -> one.state() == IntroductionState.PROPOSED);
    }

    /**
     * Shows it in the place of the one before, and tells its creator by letter. Asked again it changes nothing. Emits
     * {@code introduction_moved}.
     *
     * @return whether its creator has an address that letters go to; their own page tells them in any case
     * @throws IntroductionMovedOn if it does not wait any more
     * @throws Forbidden if it is the administrator's own
     * @throws CreatorNotActive if the account is suspended or closed, or no creator's
     * @throws IntroductionUnread if software could not look at it
     */
    public boolean show(UUID id, AccountId by) {
        return decide(id, IntroductionState.SHOWN, null, by, looked -> {
            if (looked.introduction().erased() || !isActive(looked.creator())) {
                throw new CreatorNotActive();
            }
            gates.requireRead(looked.introduction());
            kept.remove(looked.creator(), IntroductionState.SHOWN);
            letters.shown(looked.creator());
        });
    }

    /**
     * Refuses it, and tells its creator why by letter. What was shown before stays. Asked again it changes nothing. Emits
     * {@code introduction_moved}.
     *
     * @return whether its creator has an address that letters go to; their own page tells them in any case
     * @throws IntroductionMovedOn if it does not wait any more
     * @throws Forbidden if it is the administrator's own
     */
    public boolean refuse(UUID id, IntroductionRefusal reason, AccountId by) {
        return decide(id, IntroductionState.REFUSED, reason, by, looked -> letters.refused(looked.creator(), reason));
    }

    private boolean decide(
            UUID id,
            IntroductionState to,
            @Nullable IntroductionRefusal reason,
            AccountId by,
            Consumer<IntroductionProposal> with) {
        return transaction.execute(status -> {
            AccountId creator =
                    kept.find(id).orElseThrow(IntroductionMovedOn::new).creator();
            if (creator.equals(by)) {
                throw new Forbidden("Nobody decides about their own introduction: another administrator does.");
            }
            kept.lock(creator);
            IntroductionProposal looked = kept.find(id).orElseThrow(IntroductionMovedOn::new);
            if (looked.state() == to && looked.reason() == reason) {
                return letters.reach(creator);
            }
            if (looked.state() != IntroductionState.PROPOSED) {
                throw new IntroductionMovedOn();
            }
            with.accept(looked);
            kept.decide(id, to, reason, by, now());
            tell(id, creator, to.code(), reason, by);
            AuditAction done = AuditAction.of(
                            to == IntroductionState.SHOWN ? "introductions.show" : "introductions.refuse",
                            by,
                            subject(creator))
                    .with("introduction", id.toString());
            teller.record(reason == null ? done : done.with("reason", reason.code()));
            return letters.reach(creator);
        });
    }

    private void tell(
            @Nullable UUID id, AccountId creator, String state, @Nullable IntroductionRefusal reason, AccountId by) {
        teller.tell(id, creator, state, reason, by, now());
    }

    private boolean isActive(AccountId creator) {
        return Optional.ofNullable(identity.summaries(List.of(creator)).get(creator))
                .filter(account -> account.state() == AccountState.ACTIVE
                        && account.roles().contains(Role.CREATOR))
                .isPresent();
    }

    private static String subject(AccountId creator) {
        return "account:" + creator;
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
