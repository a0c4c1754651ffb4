package network.fanz.content.catalogue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Steady;
import network.fanz.common.TimestampRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who pays a creator for passes: nobody is on the list who has not paid. */
@Component
public class Supporters {
    private final SupporterStore store;
    private final CatalogueStore passes;
    private final Clock clock;

    Supporters(SupporterStore store, CatalogueStore passes, @Steady Clock clock) {
        this.store = store;
        this.passes = passes;
        this.clock = clock;
    }

    /**
     * Those whose pass lasts longest first; whose passes were all given back are not on it.
     *
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public Page<Supporter> of(AccountId creator, @Nullable String after, int limit) {
        Instant now = clock.instant();
        return Page.cut(
                        store.lastGrants(creator, parse(after), limit + 1),
                        limit,
                        last -> last.end() + "_" + last.fan())
                .map(grant -> supporter(grant, creator, now));
    }

    /** The end as it is now: a pass before it that was given back has moved it forward. */
    private Supporter supporter(SupporterStore.LastGrant grant, AccountId creator, Instant now) {
        Instant end = passes.lastEnd(grant.fan(), creator).orElse(grant.end());
        return new Supporter(grant.fan(), end, now.isBefore(end));
    }

    private static SupporterStore.@Nullable LastGrant parse(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            int cut = Math.max(after.indexOf('_'), 0);
            return new SupporterStore.LastGrant(
                    new AccountId(UUID.fromString(after.substring(cut + 1))),
                    TimestampRange.check("after", Instant.parse(after.substring(0, cut))));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
