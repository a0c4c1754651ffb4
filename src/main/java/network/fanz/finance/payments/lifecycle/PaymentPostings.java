package network.fanz.finance.payments.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.PaymentLeg;
import org.springframework.stereotype.Component;

/**
 * A payment in the ledger: one linked posting of three legs, so that price, fee and share are booked together or not at all.
 *
 * <pre>
 * code  debit               credit              amount
 * 1     provider clearing   the fan's purchases  price
 * 2     the fan's purchases platform fees        fee
 * 3     the fan's purchases creator's earnings   share     fee + share = price
 * </pre>
 *
 * <p>The posting is PENDING from the moment at which the bank may have set money aside, POST_PENDING makes it final after the
 * provider's capture, VOID_PENDING ends it after a no, REVERSAL takes it back in a refund, and POST books it again where the provider
 * then refuses to pay back. Every id follows from the payment's, so a step that is done again is the same step. A fan's purchases have
 * no bound because they pass through within one posting: a pending leg does not cover another, and what the wallet holds is never
 * touched by a card.
 */
@Component
class PaymentPostings {
    private static final int ACCOUNTS_KEPT_MAX = 20_000;

    private final Ledger ledger;

    /** An account's number never changes, so it is asked for once; emptied rather than trimmed when it is full. */
    private final Map<NewLedgerAccount, LedgerAccountId> accounts = new ConcurrentHashMap<>();

    PaymentPostings(Ledger ledger) {
        this.ledger = ledger;
    }

    PostingOutcome hold(PaymentRow payment) {
        return ledger.recordTransaction(Posting.pending(
                id("hold", payment), legs(payment), null, "payment", reference(payment), payment.createdAt()));
    }

    PostingOutcome post(PaymentRow payment) {
        return ledger.recordTransaction(Posting.postPending(
                id("post", payment), id("hold", payment), "payment", reference(payment), payment.createdAt()));
    }

    /** Ends the hold; one that was never placed is refused by the ledger, which is as good. */
    PostingOutcome release(PaymentRow payment) {
        return release("void", payment);
    }

    /** Ends a hold that was placed after the payment had been declined: the first release was refused then, and stays so. */
    PostingOutcome releaseAfterDecline(PaymentRow declined) {
        return release("void_late", declined);
    }

    /** Ends a hold that nobody came to give back. */
    PostingOutcome releaseInSweep(PaymentRow declined) {
        return release("void_swept", declined);
    }

    private PostingOutcome release(String step, PaymentRow payment) {
        return ledger.recordTransaction(Posting.voidPending(
                id(step, payment), id("hold", payment), "payment", reference(payment), payment.createdAt()));
    }

    /** Mirrors the posting, as of when the refund was asked for. */
    PostingOutcome reverse(PaymentRow refunding) {
        return ledger.recordTransaction(Posting.reversal(
                refundId(refunding), id("post", refunding), "refund", reference(refunding), refunding.movedAt()));
    }

    /**
     * The payment's legs once more, after a refund whose reversal came to nothing at the provider. What the ledger refuses it refuses
     * for ever, so each look at the payment has one id more; an id is tried only when all before it were refused, so it is booked once.
     */
    PostingOutcome bookAgain(PaymentRow refused) {
        PostingOutcome outcome = bookAgain("book_again", refused);
        for (int attempt = 1; attempt <= refused.attempts() && outcome instanceof PostingOutcome.Rejected; attempt++) {
            outcome = bookAgain("book_again_" + attempt, refused);
        }
        return outcome;
    }

    private PostingOutcome bookAgain(String step, PaymentRow refused) {
        return ledger.recordTransaction(
                Posting.post(id(step, refused), legs(refused), "payment", reference(refused), refused.movedAt()));
    }

    /** Also the refund's id at the provider. */
    static UUID refundId(PaymentRow payment) {
        return Ids.derived("payments.refund", payment.id() + ":" + payment.refundCount());
    }

    private static UUID id(String step, PaymentRow payment) {
        return Ids.derived("payments." + step, reference(payment));
    }

    private static String reference(PaymentRow payment) {
        return payment.id().toString();
    }

    private List<Leg> legs(PaymentRow payment) {
        Asset asset = payment.price().asset();
        LedgerAccountId clearing = account(
                NewLedgerAccount.unbounded("provider:" + payment.provider(), AccountCode.PROVIDER_CLEARING, asset));
        LedgerAccountId purchases = account(purchases(payment.buyer().toString(), asset));
        LedgerAccountId fees = account(NewLedgerAccount.unbounded("platform", AccountCode.PLATFORM_FEES, asset));
        LedgerAccountId earnings = account(earnings(payment.seller().toString(), asset));
        List<Leg> legs = new ArrayList<>();
        add(legs, clearing, purchases, payment.price(), PaymentLeg.PRICE);
        add(legs, purchases, fees, payment.fee(), PaymentLeg.FEE);
        add(legs, purchases, earnings, payment.share(), PaymentLeg.SHARE);
        return legs;
    }

    /** A fee or a share of nothing is no leg. */
    private static void add(
            List<Leg> legs, LedgerAccountId debit, LedgerAccountId credit, Money amount, PaymentLeg paymentLeg) {
        if (amount.isPositive()) {
            legs.add(new Leg(debit, credit, amount, paymentLeg.code()));
        }
    }

    static NewLedgerAccount purchases(String buyer, Asset asset) {
        return NewLedgerAccount.unbounded(buyer, AccountCode.FAN_PURCHASES, asset);
    }

    static NewLedgerAccount earnings(String seller, Asset asset) {
        return NewLedgerAccount.credit(seller, AccountCode.CREATOR_EARNINGS, asset);
    }

    LedgerAccountId account(NewLedgerAccount account) {
        LedgerAccountId known = accounts.get(account);
        if (known != null) {
            return known;
        }
        LedgerAccountId opened = ledger.createAccount(account);
        if (accounts.size() >= ACCOUNTS_KEPT_MAX) {
            accounts.clear();
        }
        accounts.put(account, opened);
        return opened;
    }
}
