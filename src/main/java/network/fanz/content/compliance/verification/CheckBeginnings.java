package network.fanz.content.compliance.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.content.compliance.StaffDecide;
import network.fanz.content.compliance.TriesUsedUp;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationNotNeeded;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.spi.IdentityProvider;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Begins checks: one at a time for each creator, and not too often. */
@Component
public class CheckBeginnings {
    private final VerificationStore store;
    private final VerificationListStore lists;
    private final VerificationMoves moves;
    private final IdentityProviders providers;
    private final VerificationSettings settings;
    private final PublicHosts hosts;
    private final TransactionOperations transaction;
    private final Clock clock;

    CheckBeginnings(
            VerificationStore store,
            VerificationListStore lists,
            VerificationMoves moves,
            IdentityProviders providers,
            VerificationSettings settings,
            PublicHosts hosts,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.lists = lists;
        this.moves = moves;
        this.providers = providers;
        this.settings = settings;
        this.hosts = hosts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public VerificationStanding standing(AccountId creator) {
        return NextChecks.of(
                lists.ofCreator(creator), lists.lastAllowed(creator).orElse(null), now());
    }

    /** The provider is called outside the transaction, and knows the check by our id: whoever was left half-way goes on with the same. */
    public Verification begin(AccountId creator) {
        Verification open = Objects.requireNonNull(transaction.execute(status -> {
            store.lock(creator);
            VerificationStanding standing = standing(creator);
            return switch (standing.next()) {
                case UNDER_WAY -> Objects.requireNonNull(standing.open());
                case MAY_BEGIN -> insert(creator);
                case NOT_NEEDED -> throw new VerificationNotNeeded();
                case LATER -> throw new TriesUsedUp();
                case STAFF_DECIDE -> throw new StaffDecide();
            };
        }));
        return open.page() == null && open.reference() == null ? withPage(open) : open;
    }

    /** The check with its page at the provider, which is asked for once more if need be. */
    Verification withPage(Verification open) {
        store.setPage(
                open.id(),
                providers
                        .byName(open.provider())
                        .begin(open.id(), hosts.baseUrl(PublicHosts.SIGN_IN) + "/account/before-uploads?back"));
        return store.find(open.id()).orElseThrow().check();
    }

    private Verification insert(AccountId creator) {
        IdentityProvider provider = providers.forNewChecks();
        UUID id = Ids.next(clock);
        Instant now = now();
        moves.begin(id, creator, provider.name(), now, now.plus(settings.askAfter()));
        return store.find(id).orElseThrow().check();
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
