package network.fanz.security.monitoring.securityevents;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Security events about somebody: of which kind, and when. More would tell how attacks are noticed. */
@Component
@Order(10)
class OwnSecurityEvents implements OwnRecords {
    private final SecurityEventStore store;

    OwnSecurityEvents(SecurityEventStore store) {
        this.store = store;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<SecurityEventStore.EventOfOne>of(
                        "security_events",
                        "What concerned the safety of your account, the newest first: of which kind, and when.",
                        Set.of("monitoring.security_event"),
                        this::events)
                .with("at", SecurityEventStore.EventOfOne::at)
                .with("kind", event -> event.category().toLowerCase(Locale.ROOT))
                .with("times", SecurityEventStore.EventOfOne::times));
    }

    private Page<SecurityEventStore.EventOfOne> events(AccountId owner, @Nullable String after) {
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return Page.cut(
                store.about(owner, before, OwnSection.PAGE + 1), OwnSection.PAGE, event -> Long.toString(event.seq()));
    }
}
