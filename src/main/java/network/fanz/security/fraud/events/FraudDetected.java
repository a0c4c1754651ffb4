package network.fanz.security.fraud.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment was declined on a suspicion.
 *
 * @param addressHash the network address that it is about, as a keyed hash; null if it is about the account
 * @param why the rule that declined it, in a sentence for staff; null of events from before they said so
 */
@EventType("fraudDetected")
public record FraudDetected(
        UUID assessment,
        UUID payment,
        AccountId account,
        String riskLevel,
        int score,
        List<String> reasons,
        Money amount,
        String platform,
        Instant at,
        @Nullable String addressHash,
        @Nullable String why)
        implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
