package network.fanz.finance.ledger.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A posting by hand was proposed, decided or recorded.
 *
 * @param state {@code proposed}, {@code approved}, {@code recorded}, {@code refused}, {@code rejected} or {@code lapsed}
 * @param about the payment that it is about, by its id; null for none
 * @param by who did it; null if the program did
 */
@EventType("hand_posting_changed")
public record HandPostingChanged(
        UUID handPosting,
        String state,
        @Nullable UUID about,
        @Nullable AccountId by,
        Instant at) implements DomainEvent {
    @Override
    public String key() {
        return handPosting.toString();
    }
}
