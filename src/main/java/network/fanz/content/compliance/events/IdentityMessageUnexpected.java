package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identity checks says what no transition answers, and people must look at it.
 *
 * @param message the provider's id for it
 * @param verification the check that it is about; null if it is about none of ours
 * @param state the code of the state in which the check stands; null without a check
 */
@EventType("identity_message_unexpected")
public record IdentityMessageUnexpected(
        String provider,
        String message,
        @Nullable UUID verification,
        String word,
        @Nullable String state,
        Instant at) implements DomainEvent {
    @Override
    public String key() {
        return verification == null ? provider : verification.toString();
    }
}
