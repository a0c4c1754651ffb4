package network.fanz.finance.payments.lifecycle;

import java.math.BigInteger;
import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments' numbers.
 *
 * @param provider the provider by name; without it the only one there is
 * @param amountMin the least that may be paid, in base units of {@code fanz.currency.asset}
 * @param amountMax the most that may be paid, in base units
 * @param proposedTip what stands in the field of a tip at first, in base units
 * @param descriptor what the buyer's bank statement says: no creator's name, no site's name
 * @param checkoutTime how long a buyer may take on the provider's page
 * @param retryDelay until the job looks at a payment that was left half-way; doubles with every attempt
 * @param retryDelayMax the longest it doubles to
 * @param peopleCalledAfter how long a payment may wait in one state until people are called; a checkout has its own time besides
 * @param jobPeriod how often the job looks for such payments
 * @param jobBatchMax how many payments the job takes at once
 * @param drivesMax how many payments are driven at the same time on this node; more wait for the job
 * @param waitMax how long a request may wait for a payment to move
 */
@ConfigurationProperties(prefix = "fanz.payments", ignoreUnknownFields = false)
public record PaymentsSettings(
        @Nullable String provider,

        @DefaultValue("100") @Between(min = "1", max = "1000000000000")
        BigInteger amountMin,

        @DefaultValue("500000") @Between(min = "1", max = "1000000000000", notBelow = "fanz.payments.amount-min")
        BigInteger amountMax,

        @DefaultValue("500") @Between(min = "1", max = "1000000000000", notBelow = "fanz.payments.amount-min")
        BigInteger proposedTip,

        @DefaultValue("FZ*MEDIA SERVICES") String descriptor,

        @DefaultValue("30m") @Between(min = "1m", max = "7d")
        Duration checkoutTime,

        @DefaultValue("5s") @Between(min = "100ms", max = "1h")
        Duration retryDelay,

        @DefaultValue("10m") @Between(min = "100ms", max = "1d", notBelow = "fanz.payments.retry-delay")
        Duration retryDelayMax,

        @DefaultValue("1h") @Between(min = "1m", max = "7d") Duration peopleCalledAfter,

        @DefaultValue("1s") @Between(min = "250ms", max = "1h")
        Duration jobPeriod,

        @DefaultValue("100") @Between(min = "1", max = "10000")
        int jobBatchMax,

        @DefaultValue("64") @Between(min = "1", max = "1000")
        int drivesMax,

        @DefaultValue("20s") @Between(min = "0s", max = "1m")
        Duration waitMax) {}
