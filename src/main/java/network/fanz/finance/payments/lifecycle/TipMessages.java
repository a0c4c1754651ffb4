package network.fanz.finance.payments.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.TipMessage;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * What buyers write with tips, sealed under the writer's key, and who reads it: its writer, finance staff, and the creator once the tip is
 * paid. What was written with a tip that nobody paid never comes to its creator.
 */
@Component
public class TipMessages {
    private static final String FIELD = "payments.tip_message.message";

    private final TipMessageStore store;
    private final Vault vault;

    TipMessages(TipMessageStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** In the transaction that writes the payment. */
    void keep(UUID payment, AccountId buyer, TipMessage message) {
        store.insert(payment, vault.seal(buyer.value(), FIELD, message.text()));
    }

    /** What came with a payment when it was asked for. */
    Optional<TipMessage> of(PaymentRow payment) {
        return Optional.ofNullable(store.of(List.of(payment.id())).get(payment.id()))
                .map(kept -> open(payment.buyer(), kept));
    }

    /** What the caller reads of them, by payment. */
    public Map<UUID, TipMessage> readBy(Caller caller, List<Payment> payments) {
        return open(payments.stream().filter(payment -> reads(caller, payment)).toList());
    }

    /** What an account reads as the payment's buyer or seller. */
    public Optional<TipMessage> readBy(AccountId account, Payment payment) {
        boolean reads = account.equals(payment.seller()) ? payment.paid() : account.equals(payment.buyer());
        return Optional.ofNullable(open(reads ? List.of(payment) : List.of()).get(payment.id()));
    }

    private static boolean reads(Caller caller, Payment payment) {
        return caller.is(payment.seller())
                ? payment.paid()
                : caller.is(payment.buyer()) || PaymentRow.isFinanceStaff(caller);
    }

    private Map<UUID, TipMessage> open(List<Payment> payments) {
        List<Payment> tips = payments.stream()
                .filter(payment -> payment.kind() == PaymentKind.TIP)
                .toList();
        Map<UUID, TipMessage> opened = new HashMap<>();
        if (!tips.isEmpty()) {
            Map<UUID, byte[]> kept = store.of(tips.stream().map(Payment::id).toList());
            for (Payment tip : tips) {
                byte[] message = kept.get(tip.id());
                if (message != null) {
                    opened.put(tip.id(), open(tip.buyer(), message));
                }
            }
        }
        return opened;
    }

    private TipMessage open(AccountId writer, byte[] kept) {
        try {
            return new TipMessage(vault.open(writer.value(), FIELD, kept));
        } catch (SubjectForgotten erased) {
            return TipMessage.ERASED;
        }
    }
}
