package network.fanz.security.fraud.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/** A payment was declined because its risk is high or above. */
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
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
