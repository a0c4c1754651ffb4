package network.fanz.finance.payments.methods;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.finance.payments.PaymentMethod;
import network.fanz.finance.payments.spi.CheckoutStatus.SavedCard;
import network.fanz.platform.cardnumbers.CardNumbers;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saved ways to pay: tokens and what a person needs to tell cards apart, both sealed. */
@Component
public class PaymentMethods {
    /** How many cards one account may keep. */
    public static final int SAVED_MAX = 50;

    private static final String CARD = "payments.method.card";
    private static final String TOKEN = "payments.method.token";

    private final PaymentMethodStore store;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    PaymentMethods(
            PaymentMethodStore store,
            Vault vault,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a card; the same card is kept once, and where it comes under another token it takes the place of the former one. If its owner has removed it since the payment began, it stays removed. An account that
     * keeps {@link #SAVED_MAX} cards must remove one first: until then payments are made and their cards are not kept.
     *
     * <p>A token that looks like a card number is not kept either, because card numbers are never stored.
     *
     * @param requestedAt when the payment began with which the buyer asked to keep the card
     */
    public void save(AccountId account, String provider, SavedCard card, Instant requestedAt) {
        if (CardNumbers.in(card.token())) {
            return;
        }
        seal(account, card)
                .ifPresent(words ->
                        transaction.executeWithoutResult(status -> keep(account, provider, card, words, requestedAt)));
    }

    private void keep(AccountId account, String provider, SavedCard card, byte[] words, Instant requestedAt) {
        UUID id = Ids.derived("payments.method", account + ":" + provider + ":" + card.token());
        Instant now = clock.instant();
        List<UUID> former = of(account).stream()
                .filter(kept -> !kept.id().equals(id) && looksLike(card, kept))
                .map(PaymentMethod::id)
                .toList();
        byte[] token = vault.sealSecret(TOKEN, card.token().getBytes(StandardCharsets.UTF_8));
        if (store.insert(id, account, provider, token, words, requestedAt, now, SAVED_MAX + former.size())) {
            former.forEach(same -> store.remove(account, same, now));
        }
    }

    /** As far as its owner can tell cards apart. */
    private static boolean looksLike(SavedCard card, PaymentMethod kept) {
        return kept.brand().equals(card.brand())
                && kept.last4().equals(card.last4())
                && kept.expires().equals(card.expires());
    }

    /** Empty if the account's data has been erased meanwhile: its last payment is settled without keeping the card. */
    private Optional<byte[]> seal(AccountId account, SavedCard card) {
        try {
            return Optional.of(
                    vault.seal(account.value(), CARD, String.join("|", card.brand(), card.last4(), card.expires())));
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }

    public List<PaymentMethod> of(AccountId account) {
        return store.of(account).stream().map(row -> unseal(account, row)).toList();
    }

    /** The provider's token. A payment that has begun may use it also after the card was removed. */
    public String token(AccountId account, UUID id) {
        byte[] sealed = store.token(account, id).orElseThrow(() -> new NotFound("saved card"));
        return new String(vault.openSecret(TOKEN, sealed), StandardCharsets.UTF_8);
    }

    public void remove(AccountId account, UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!store.remove(account, id, clock.instant())) {
                throw new NotFound("saved card");
            }
            audit.record(AuditAction.of("payments.remove_method", account, "method:" + id));
        });
    }

    private PaymentMethod unseal(AccountId account, PaymentMethodStore.PaymentMethodRow row) {
        String[] parts = vault.open(account.value(), CARD, row.card()).split("\\|", 3);
        return new PaymentMethod(row.id(), parts[0], parts[1], parts[2], row.addedAt());
    }
}
