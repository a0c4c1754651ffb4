package network.fanz.finance.payments.lifecycle;

import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.CardUsed;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which card each payment was made with, sealed for its buyer: what stands on the receipt. */
@Component
public class UsedCards {
    private static final String FIELD = "payments.used_card.card";
    private static final String LAST4 = "payments.used_card.last4";

    private final UsedCardStore store;
    private final Vault vault;

    UsedCards(UsedCardStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * Keeps the card once for each payment. An erased buyer has no receipt.
     *
     * @param before what the provider said before the capture; null if that is not at hand any more
     */
    void remember(PaymentRow payment, @Nullable CheckoutStatus before, CheckoutStatus captured) {
        CheckoutStatus.UsedCard card = captured.used() == null && before != null ? before.used() : captured.used();
        if (card != null) {
            seal(payment.buyer(), card).ifPresent(words -> store.insert(payment.id(), words, lookup(card.last4())));
        }
    }

    /** The hash by which payments of a card are found; cards of others may end in the same digits. */
    public byte[] lookup(String last4) {
        return vault.keyedHash(LAST4, last4);
    }

    /** Empty if the buyer's data has been erased meanwhile: their last payment is settled without it. */
    private Optional<byte[]> seal(AccountId buyer, CheckoutStatus.UsedCard card) {
        try {
            return Optional.of(vault.seal(buyer.value(), FIELD, card.brand() + "|" + card.last4()));
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }

    public Optional<CardUsed> of(UUID payment, AccountId buyer) {
        return store.find(payment).flatMap(kept -> {
            try {
                String[] parts = vault.open(buyer.value(), FIELD, kept).split("\\|", 2);
                return Optional.of(new CardUsed(parts[0], parts[1]));
            } catch (SubjectForgotten erased) {
                return Optional.empty();
            }
        });
    }
}
