package network.fanz.content.moderation.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.content.moderation.PolicyNotTried;
import network.fanz.content.moderation.PolicyVersion;
import network.fanz.content.moderation.PolicyVersion.PolicyState;
import network.fanz.content.moderation.SecondModeratorNeeded;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Drafts, tries and puts versions of the policy into force: one person makes one, and another, who is independent, puts it into force. */
@Component
public class PolicyVersions {
    private static final int VERSIONS_MAX = 1000;
    private static final int SHOWN_MAX = 50;

    private final PolicyStore store;
    private final PolicyBook book;
    private final PolicyTrial trial;
    private final Identity identity;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    PolicyVersions(
            PolicyStore store,
            PolicyBook book,
            PolicyTrial trial,
            Identity identity,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.book = book;
        this.trial = trial;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The latest first, fifty at the most; the program's own is the last one. */
    public List<PolicyVersion> all() {
        List<PolicyVersion> all = new ArrayList<>(store.all(SHOWN_MAX));
        all.add(first());
        return all;
    }

    private PolicyVersion first() {
        return new PolicyVersion(
                PolicyBook.FIRST,
                store.liveNumber().isEmpty() ? PolicyState.LIVE : PolicyState.PAST,
                PolicyBook.file(),
                null,
                null,
                null,
                null,
                null);
    }

    /** @throws NotFound if there is none */
    public PolicyVersion find(int number) {
        return number == PolicyBook.FIRST ? first() : store.find(number).orElseThrow(() -> new NotFound("policy"));
    }

    /** See {@link network.fanz.content.moderation.Policies#draft}. */
    public PolicyVersion draft(String document, AccountId by) {
        PolicyReading.read(document);
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            Optional<PolicyVersion> last = store.all(1).stream().findFirst();
            if (last.filter(version -> version.number() >= VERSIONS_MAX).isPresent()) {
                throw new InvalidField(
                        "document", Sentence.of("There are {0} versions, and no room for more.", VERSIONS_MAX));
            }
            int number = store.insert(document, by, now());
            audit.record(AuditAction.of("moderation.draft_policy", by, "moderation-policy:" + number));
            return find(number);
        }));
    }

    /** See {@link network.fanz.content.moderation.Policies#tryOut}. */
    public PolicyVersion tryOut(int number, AccountId by) {
        PolicyVersion version = find(number);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (version.state() == PolicyState.DRAFT) {
                store.setTest(number, trial.of(PolicyReading.read(version.document()), book.live()), now());
                audit.record(AuditAction.of("moderation.try_policy", by, "moderation-policy:" + number));
            }
            return find(number);
        }));
    }

    /** See {@link network.fanz.content.moderation.Policies#putIntoForce}. */
    public PolicyVersion putIntoForce(int number, AccountId by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            PolicyVersion version = find(number);
            if (version.state() != PolicyState.DRAFT) {
                return version;
            }
            if (!isSecondPerson(version, by)) {
                throw new SecondModeratorNeeded();
            }
            if (version.test() == null || version.test().live() != book.live().number()) {
                throw new PolicyNotTried();
            }
            store.putIntoForce(number, by, now());
            audit.record(AuditAction.of("moderation.switch_policy", by, "moderation-policy:" + number));
            return find(number);
        }));
    }

    /** Whether this person may put it into force: not its maker, nor who has ever let the other in. */
    public boolean isSecondPerson(PolicyVersion version, AccountId by) {
        AccountId maker = version.madeBy();
        return maker != null && !maker.equals(by) && identity.areIndependent(by, maker);
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
