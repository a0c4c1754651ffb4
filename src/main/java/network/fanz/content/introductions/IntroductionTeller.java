package network.fanz.content.introductions;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.introductions.events.IntroductionMoved;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what became of introductions, in the transaction in which it does. */
@Component
class IntroductionTeller {
    private final Events events;
    private final Audit audit;

    IntroductionTeller(Events events, Audit audit) {
        this.events = events;
        this.audit = audit;
    }

    void tell(
            @Nullable UUID id,
            AccountId creator,
            String state,
            @Nullable IntroductionRefusal reason,
            AccountId by,
            Instant at) {
        events.append(new IntroductionMoved(id, creator, state, reason == null ? null : reason.code(), by, at));
    }

    void record(AuditAction action) {
        audit.record(action);
    }
}
