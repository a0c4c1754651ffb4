package network.fanz.content.moderation.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A bank of hashes was made, switched on or off, got hashes, or one of them was withdrawn. What was let through or held by it before may be
 * looked at anew.
 *
 * @param change {@code made}, {@code switched_on}, {@code switch_off_asked}, {@code switched_off},
 *     {@code hashes_added} or {@code hash_withdrawn}
 * @param meaning of the bank, such as {@code child_safety}; null in events that are older than this
 * @param hashes how many hashes it is about
 */
@EventType("hash_bank_changed")
public record HashBankChanged(
        UUID bank, String change, @Nullable String meaning, int hashes, AccountId by, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return bank.toString();
    }
}
