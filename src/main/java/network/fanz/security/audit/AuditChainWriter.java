package network.fanz.security.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.ParkedEventSkipped;
import network.fanz.platform.events.ParkedEventsRetried;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.events.SubscriptionAdopted;
import network.fanz.platform.events.SubscriptionReplayed;
import network.fanz.security.audit.events.ActionAudited;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends audited actions to the chain. The subscription's lock makes this the only writer. Its cursor commits with the entries, so each
 * action is in the chain exactly once.
 */
final class AuditChainWriter {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final AuditStore store;

    AuditChainWriter(AuditStore store) {
        this.store = store;
    }

    Subscription subscription() {
        return Subscription.named("audit.chain")
                .onBatch(ActionAudited.class, this::append)
                .on(ParkedEventsRetried.class, this::retried)
                .on(ParkedEventSkipped.class, this::skipped)
                .on(SubscriptionReplayed.class, this::replayed)
                .on(SubscriptionAdopted.class, this::adopted)
                .forOperators("Audit log", "What staff do is kept, but does not show in the audit log yet.");
    }

    private void append(List<DeliveredEvent<ActionAudited>> batch) {
        List<AuditRow> rows = new ArrayList<>();
        Optional<AuditRow> last = store.last();
        for (DeliveredEvent<ActionAudited> delivered : batch) {
            AuditRow row = link(last, delivered, delivered.event());
            rows.add(row);
            last = Optional.of(row);
        }
        store.insert(rows);
    }

    private void retried(DeliveredEvent<ParkedEventsRetried> delivered) {
        ParkedEventsRetried event = delivered.event();
        appendEventLogAction(
                delivered, "events.retry", event.by(), event.subscription(), Map.of("key", event.failedKey()));
    }

    private void skipped(DeliveredEvent<ParkedEventSkipped> delivered) {
        ParkedEventSkipped event = delivered.event();
        appendEventLogAction(
                delivered,
                "events.skip",
                event.by(),
                event.subscription(),
                Map.of("key", event.failedKey(), "event", Long.toString(event.seq()), "reason", event.reason()));
    }

    private void adopted(DeliveredEvent<SubscriptionAdopted> delivered) {
        SubscriptionAdopted event = delivered.event();
        appendEventLogAction(
                delivered, "events.adopt", event.by(), event.subscription(), Map.of("reason", event.reason()));
    }

    private void replayed(DeliveredEvent<SubscriptionReplayed> delivered) {
        appendEventLogAction(
                delivered,
                "events.replay",
                delivered.event().by(),
                delivered.event().subscription(),
                Map.of());
    }

    /** The event log is a lower module and cannot call this one. So it reports the actions on it by its own events. */
    private void appendEventLogAction(
            DeliveredEvent<?> delivered, String name, AccountId by, String subscription, Map<String, String> details) {
        ActionAudited action =
                new ActionAudited(name, by, null, "subscription:" + subscription, details, delivered.occurredAt());
        store.insert(List.of(link(store.last(), delivered, action)));
    }

    private static AuditRow link(Optional<AuditRow> last, DeliveredEvent<?> delivered, ActionAudited action) {
        return AuditRow.following(
                last.map(AuditRow::seq).orElse(0L),
                last.map(AuditRow::hash).orElse(AuditRow.GENESIS),
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
