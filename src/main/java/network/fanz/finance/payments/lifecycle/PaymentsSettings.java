package network.fanz.finance.payments.lifecycle;

import java.math.BigInteger;
import java.time.Duration;
import network.fanz.common.Asset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments' numbers.
 *
 * @param provider the provider by name; null takes the only one there is
 * @param asset what people pay in: code and scale
 * @param amountMin base units
 * @param amountMax base units
 * @param descriptor what the buyer's bank statement says: no creator's name, no site's name
 * @param checkoutTime how long a buyer may take on the provider's page
 * @param retryDelay until the job looks at a payment that was left half-way; doubles with every attempt
 * @param retryDelayMax the longest it doubles to
 * @param jobPeriod how often the job looks for such payments
 * @param jobBatch how many payments the job takes at once
 * @param drivesMax how many payments are driven at the same time on this node; more wait for the job
 * @param waitMax how long a request may wait for a payment to move
 */
@ConfigurationProperties(prefix = "fanz.payments", ignoreUnknownFields = false)
public record PaymentsSettings(
        @Nullable String provider,
        @DefaultValue("USD/2") String asset,
        @DefaultValue("100") BigInteger amountMin,
        @DefaultValue("500000") BigInteger amountMax,
        @DefaultValue("FZ*MEDIA SERVICES") String descriptor,
        @DefaultValue("30m") Duration checkoutTime,
        @DefaultValue("5s") Duration retryDelay,
        @DefaultValue("10m") Duration retryDelayMax,
        @DefaultValue("1s") Duration jobPeriod,
        @DefaultValue("100") int jobBatch,
        @DefaultValue("64") int drivesMax,
        @DefaultValue("20s") Duration waitMax) {
    public Asset currency() {
        return Asset.of(asset);
    }
}
