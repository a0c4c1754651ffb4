package network.fanz.content.audience;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom fans follow, and what is new of them. Nobody is told who follows whom; creators learn how many. */
@Component
public class Follows {
    /** As many creators can somebody follow. */
    static final int MAX = 1000;

    private final FollowStore store;
    private final PublishedWorks works;
    private final Identity identity;
    private final Clock clock;

    Follows(FollowStore store, PublishedWorks works, Identity identity, @Steady Clock clock) {
        this.store = store;
        this.works = works;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Follows a creator. Done again it changes nothing.
     *
     * @throws NotFound if there is no such creator, or their account is not active
     * @throws InvalidField if it is the fan themselves, or they follow too many
     */
    public void follow(AccountId fan, AccountId creator) {
        if (active(Set.of(creator)).isEmpty()) {
            throw new NotFound("creator");
        }
        if (fan.equals(creator)) {
            throw new InvalidField("creator", "Nobody follows themselves.");
        }
        if (!store.follow(fan, creator, clock.instant().truncatedTo(ChronoUnit.MICROS), MAX)
                && !store.follows(fan, creator)) {
            throw new InvalidField(
                    "creator", Sentence.of("You follow {0} creators already, and more is not possible.", MAX));
        }
    }

    /** Without having followed it does nothing. */
    public void unfollow(AccountId fan, AccountId creator) {
        store.unfollow(fan, creator);
    }

    public boolean follows(AccountId fan, AccountId creator) {
        return store.follows(fan, creator);
    }

    /** Whom a fan follows, the latest first, without those whose account is not active. */
    public List<AccountId> of(AccountId fan) {
        List<AccountId> all = store.of(fan);
        Set<AccountId> active = active(all);
        return all.stream().filter(active::contains).toList();
    }

    /** Published works of those whom a fan follows, the newest first. */
    public Page<PublishedWork> works(AccountId fan, @Nullable String after, int limit) {
        return works.ofAny(store.of(fan), after, limit);
    }

    /** How many follow a creator. */
    public long followers(AccountId creator) {
        return store.followers(creator);
    }

    private Set<AccountId> active(Collection<AccountId> creators) {
        return identity.summaries(creators).values().stream()
                .filter(Follows::isActive)
                .map(AccountSummary::id)
                .collect(Collectors.toSet());
    }

    private static boolean isActive(AccountSummary creator) {
        return creator.state() == AccountState.ACTIVE && creator.roles().contains(Role.CREATOR);
    }
}
