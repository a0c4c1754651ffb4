package network.fanz.security.fraud;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A transaction to assess.
 *
 * @param payment its id: the same id always gets the same assessment
 * @param account the payer
 * @param counterparty the account that is paid
 * @param amount more than zero
 * @param accountSince when the payer registered
 * @param accountCountry where the payer claims to live, ISO 3166-1 alpha-2
 * @param originCountry country of the payer's network address; null if unknown
 * @param platform the brand where the payer makes it
 */
public record RiskAssessmentRequest(
        UUID payment,
        AccountId account,
        AccountId counterparty,
        Money amount,
        Instant accountSince,
        String accountCountry,
        @Nullable String originCountry,
        String platform) {}
