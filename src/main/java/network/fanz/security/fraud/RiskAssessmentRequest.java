package network.fanz.security.fraud;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Origin;

/**
 * A transaction to assess.
 *
 * @param payment its id: the same id always gets the same assessment
 * @param account the payer
 * @param counterparty the account that is paid
 * @param amount more than zero
 * @param accountSince when the payer registered
 * @param accountCountry where the payer claims to live, ISO 3166-1 alpha-2
 * @param savedCard whether it is paid with a card that is kept here, so that no new one is tried
 * @param origin where the payer makes it from; an empty hash is unknown
 */
public record RiskAssessmentRequest(
        UUID payment,
        AccountId account,
        AccountId counterparty,
        Money amount,
        Instant accountSince,
        String accountCountry,
        boolean savedCard,
        Origin origin) {}
