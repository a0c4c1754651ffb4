package network.fanz.security.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.FailedEventsRetried;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.events.SubscriptionReplayed;
import network.fanz.security.audit.events.ActionAudited;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts audited actions into the chain. The subscription's lock makes it the only writer, and its cursor commits with the entries, so
 * each action is in the chain exactly once.
 */
final class AuditChain {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final AuditStore store;

    AuditChain(AuditStore store) {
        this.store = store;
    }

    Subscription subscription() {
        return Subscription.named("audit.chain")
                .onBatch(ActionAudited.class, this::actions)
                .on(FailedEventsRetried.class, this::retried)
                .on(SubscriptionReplayed.class, this::replayed);
    }

    private void actions(List<Delivered<ActionAudited>> batch) {
        List<Link> links = new ArrayList<>();
        Optional<Link> last = store.last();
        for (Delivered<ActionAudited> delivered : batch) {
            Link link = link(last, delivered, delivered.event());
            links.add(link);
            last = Optional.of(link);
        }
        store.insert(links);
    }

    private void retried(Delivered<FailedEventsRetried> delivered) {
        FailedEventsRetried event = delivered.event();
        own(delivered, "events.retry", event.by(), event.subscription(), Map.of("key", event.failedKey()));
    }

    private void replayed(Delivered<SubscriptionReplayed> delivered) {
        own(
                delivered,
                "events.replay",
                delivered.event().by(),
                delivered.event().subscription(),
                Map.of());
    }

    /** The log of events stands below this module, so it tells what somebody did to it by events of its own. */
    private void own(
            Delivered<?> delivered, String name, AccountId by, String subscription, Map<String, String> details) {
        ActionAudited action =
                new ActionAudited(name, by, null, "subscription:" + subscription, details, delivered.occurredAt());
        store.insert(List.of(link(store.last(), delivered, action)));
    }

    private static Link link(Optional<Link> last, Delivered<?> delivered, ActionAudited action) {
        return Link.after(
                last.map(Link::seq).orElse(0L),
                last.map(Link::hash).orElse(Link.GENESIS),
                delivered.id(),
                action.at(),
                action.name(),
                id(action.actor()),
                id(action.onBehalfOf()),
                action.subject(),
                MAPPER.writeValueAsString(new TreeMap<>(action.details())));
    }

    private static java.util.@Nullable UUID id(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
