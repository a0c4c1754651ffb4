package network.fanz.security.fraud;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A transaction to assess.
 *
 * @param payment its id: the same one always gets the same assessment
 * @param account who pays
 * @param counterparty who is paid
 * @param amount more than zero
 * @param accountSince when the payer registered
 * @param accountCountry where the payer says to live, ISO 3166-1 alpha-2
 * @param originCountry where the payer's address lies; null where nothing known says so
 * @param platform the brand it was made on
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
