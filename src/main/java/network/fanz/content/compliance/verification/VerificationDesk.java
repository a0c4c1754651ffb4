package network.fanz.content.compliance.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Steady;
import network.fanz.common.TimestampRange;
import network.fanz.content.compliance.CheckUnderWay;
import network.fanz.content.compliance.UnexpectedWord;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationMove;
import network.fanz.content.compliance.VerificationMovedOn;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What staff see of checks, and what they do about them. */
@Component
public class VerificationDesk {
    private final VerificationStore store;
    private final VerificationListStore lists;
    private final ProviderMessageStore messages;
    private final VerificationMoves moves;
    private final SealedIdentities identities;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    VerificationDesk(
            VerificationStore store,
            VerificationListStore lists,
            ProviderMessageStore messages,
            VerificationMoves moves,
            SealedIdentities identities,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.lists = lists;
        this.messages = messages;
        this.moves = moves;
        this.identities = identities;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Page<Verification> in(VerificationState state, @Nullable String after, int limit) {
        Instant time = null;
        UUID id = null;
        if (after != null) {
            String[] parts = after.split("~", -1);
            try {
                time = TimestampRange.check("after", Instant.parse(parts[0]));
                id = UUID.fromString(parts[1]);
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                throw new InvalidField("after", "Send what the page before gave as next.");
            }
        }
        return Page.cut(lists.in(state, time, id, limit + 1), limit, check -> check.stateSince() + "~" + check.id());
    }

    public Optional<Verification> find(UUID id) {
        return store.find(id).map(VerificationRow::check);
    }

    public List<Verification> ofCreator(AccountId creator) {
        return lists.ofCreator(creator);
    }

    public List<VerificationMove> moves(UUID id) {
        return lists.moves(id);
    }

    public List<UnexpectedWord> unexpected(UUID id) {
        return messages.unexpected(id);
    }

    /** Every look has an entry in the audit log, written before anything is shown. */
    public VerifiedPerson person(AccountId by, UUID id) {
        VerificationRow row = row(id);
        VerifiedPerson person = identities.open(row).orElseThrow(() -> new NotFound("person"));
        transaction.executeWithoutResult(status -> audit.record(AuditAction.of(
                        "compliance.look_at_identity", by, subject(row.check().creator()))
                .with("verification", id.toString())));
        return person;
    }

    /** Who the creator is by the check that holds now; the program's own look, for a signature. */
    public Optional<VerifiedPerson> person(UUID verified) {
        return store.find(verified).flatMap(identities::open);
    }

    /** Ends what is under way too: nothing that was begun before lets the creator in afterwards. */
    public void withdraw(AccountId by, UUID id, WithdrawalReason reason) {
        AccountId creator = row(id).check().creator();
        forbidOwn(by, creator);
        transaction.executeWithoutResult(status -> {
            store.lock(creator);
            VerificationState state = row(id).check().state();
            if (state == VerificationState.WITHDRAWN) {
                return;
            }
            if (state != VerificationState.VERIFIED && !state.isOpen()) {
                throw new VerificationMovedOn();
            }
            List<VerificationRow> ended = lists.ofCreator(creator).stream()
                    .filter(check -> check.state() == VerificationState.VERIFIED
                            || check.state().isOpen())
                    .map(check -> row(check.id()))
                    .toList();
            moves.withdraw(ended, reason.code(), by, now());
        });
    }

    /** What was refused or withdrawn before counts no more. */
    public void letTryAgain(AccountId by, AccountId creator) {
        forbidOwn(by, creator);
        if (lists.ofCreator(creator).isEmpty()) {
            throw new NotFound("verification");
        }
        transaction.executeWithoutResult(status -> {
            store.lock(creator);
            if (lists.ofCreator(creator).stream()
                    .anyMatch(check -> check.state().isOpen())) {
                throw new CheckUnderWay();
            }
            lists.allowAnotherTry(creator, by, now());
            audit.record(AuditAction.of("compliance.let_try_again", by, subject(creator)));
        });
    }

    private static void forbidOwn(AccountId by, AccountId creator) {
        if (by.equals(creator)) {
            throw new Forbidden(
                    "Nobody decides about the check of their own identity: somebody else of the staff does.");
        }
    }

    private VerificationRow row(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("verification"));
    }

    private static String subject(AccountId creator) {
        return "account:" + creator;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
