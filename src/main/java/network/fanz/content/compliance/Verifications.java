package network.fanz.content.compliance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.content.compliance.verification.CheckBeginnings;
import network.fanz.content.compliance.verification.VerificationDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creators show who they are, and staff look after it. */
@Component
public class Verifications {
    private static final int LIST_MAX = 100;

    private final CheckBeginnings beginnings;
    private final VerificationDesk desk;

    Verifications(CheckBeginnings beginnings, VerificationDesk desk) {
        this.beginnings = beginnings;
        this.desk = desk;
    }

    /** How well the house knows a creator. */
    public VerificationStanding standing(AccountId creator) {
        return beginnings.standing(creator);
    }

    /**
     * Begins a check, or answers the one that is under way. Emits {@code verification_moved}.
     *
     * @return the check, with the provider's page unless the creator is done there
     * @throws VerificationNotNeeded if the last one is good for a good while yet
     * @throws TriesUsedUp if they were refused too often of late
     * @throws StaffDecide if only staff can let them begin another
     * @throws NoIdentityProvider if this program has none
     * @throws network.fanz.content.compliance.spi.IdentityProviderUnavailable if the provider does not answer: the same can be asked again
     */
    public Verification begin(AccountId creator) {
        return beginnings.begin(creator);
    }

    /**
     * Checks in a state, what moved last first. At most 100 at once.
     *
     * @param after the {@code next} of the previous page; null for the first page
     * @throws InvalidField if the mark is not one of ours
     */
    public Page<Verification> in(VerificationState state, @Nullable String after, int limit) {
        return desk.in(state, after, Math.clamp(limit, 1, LIST_MAX));
    }

    public Optional<Verification> find(UUID id) {
        return desk.find(id);
    }

    /** All of one creator, the newest first. */
    public List<Verification> ofCreator(AccountId creator) {
        return desk.ofCreator(creator);
    }

    /** A check's history, the oldest first. */
    public List<VerificationMove> moves(UUID id) {
        return desk.moves(id);
    }

    /** What the provider said of a check that nothing here answers. */
    public List<UnexpectedWord> unexpected(UUID id) {
        return desk.unexpected(id);
    }

    /**
     * Who somebody is by their document, for staff. The look is audited.
     *
     * @throws NotFound if there is no such check, or the provider has never said yes
     */
    public VerifiedPerson person(AccountId by, UUID id) {
        return desk.person(by, id);
    }

    /**
     * Takes a check away, with all that is good or under way of the same creator; they are told by letter. Asked again it changes nothing.
     * Emits {@code verification_moved}.
     *
     * @throws VerificationMovedOn if it is neither good nor under way
     * @throws Forbidden if it is one's own
     */
    public void withdraw(AccountId by, UUID id, WithdrawalReason reason) {
        desk.withdraw(by, id, reason);
    }

    /**
     * Lets a creator begin another check, whatever was refused or withdrawn before.
     *
     * @throws Forbidden if it is oneself
     * @throws NotFound if the creator has never begun one
     */
    public void letTryAgain(AccountId by, AccountId creator) {
        desk.letTryAgain(by, creator);
    }
}
