package network.fanz.finance.payments.requests;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests for refunds.
 *
 * @param askedWithin how long after a payment its buyer may ask for it
 * @param creatorAnswersWithin how long the creator has for an answer; then finance staff decide
 * @param financeAnswersWithin by when finance staff should have decided; later it is shown as late
 */
@ConfigurationProperties(prefix = "fanz.refund-requests", ignoreUnknownFields = false)
public record RefundRequestSettings(
        @DefaultValue("30d") @Between(min = "1d", max = "365d")
        Duration askedWithin,

        @DefaultValue("3d") @Between(min = "1h", max = "30d")
        Duration creatorAnswersWithin,

        @DefaultValue("7d") @Between(min = "1h", max = "30d")
        Duration financeAnswersWithin) {}
