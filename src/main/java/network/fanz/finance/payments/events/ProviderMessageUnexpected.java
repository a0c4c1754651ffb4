package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A provider has said something, proven to come from it, that no transition answers: a dispute, a refund that nobody here asked for, a word
 * that is not known, or something about a payment that is not ours. People must look at it.
 *
 * @param message the provider's id of it
 * @param payment null if it names none of ours
 * @param word the provider's own word, or ours for what it said
 * @param amount what it speaks of; null if it does not say
 * @param state where the payment stood; null without a payment
 * @param takenBack {@code disputed} or {@code paid_back} if the payment's money goes back without us; null if it does not, or if the event
 *     is older than this word
 */
@EventType("provider_message_unexpected")
public record ProviderMessageUnexpected(
        String provider,
        String message,
        @Nullable UUID payment,
        String word,
        @Nullable Money amount,
        @Nullable String state,
        @Nullable String takenBack,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment == null ? provider + ":" + message : payment.toString();
    }
}
