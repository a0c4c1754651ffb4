package network.fanz.content.catalogue.watching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.BoughtWork;
import network.fanz.content.catalogue.BoughtWorkState;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.sales.GrantedWork;
import network.fanz.content.catalogue.sales.WorkSales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody has bought, with what becomes of it. */
@Component
public class BoughtWorks {
    private final WorkSales sales;
    private final WatchLists lists;

    BoughtWorks(WorkSales sales, WatchLists lists) {
        this.sales = sales;
        this.lists = lists;
    }

    public List<BoughtWork> of(AccountId fan, @Nullable UUID after, int limit) {
        List<GrantedWork> grants = sales.bought(fan, after, limit);
        Map<UUID, PublishedWork> shown =
                lists
                        .ofActive(lists.these(
                                grants.stream().map(GrantedWork::work).collect(Collectors.toSet())))
                        .stream()
                        .collect(Collectors.toMap(PublishedWork::id, Function.identity(), (one, other) -> one));
        return grants.stream()
                .map(grant -> work(grant, shown.get(grant.work())))
                .toList();
    }

    private static BoughtWork work(GrantedWork grant, @Nullable PublishedWork shown) {
        return new BoughtWork(
                grant.payment(),
                grant.work(),
                grant.creator(),
                shown == null ? "" : shown.title(),
                state(grant, shown != null),
                grant.paidAt());
    }

    private static BoughtWorkState state(GrantedWork grant, boolean shown) {
        if (grant.revokedAt() != null) {
            return BoughtWorkState.RETURNED;
        }
        if (shown) {
            return BoughtWorkState.PLAYABLE;
        }
        return grant.ended() ? BoughtWorkState.TAKEN_DOWN : BoughtWorkState.NOT_SHOWN;
    }
}
