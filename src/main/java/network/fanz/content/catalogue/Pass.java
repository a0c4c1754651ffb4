package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;

/**
 * A creator's supporter pass: price and length, and no words of the creator's.
 *
 * @param days how long it lasts from the payment on
 */
public record Pass(UUID id, AccountId creator, Money price, int days, Instant offeredAt) {}
