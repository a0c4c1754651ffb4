package network.fanz.finance.payments;

import java.time.Instant;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has said of a payment that no transition answers.
 *
 * @param word the provider's own word, or ours for what it said
 * @param amount what it speaks of; null if it does not say
 * @param state where the payment stood then
 */
public record UnexpectedMessage(
        String word, @Nullable Money amount, @Nullable PaymentState state, Instant at) {}
