package network.fanz.finance.payments.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.PaymentLeg;
import org.jspecify.annotations.Nullable;
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
 * <p>The posting is PENDING (a hold) from the moment at which the bank may have set money aside. POST_PENDING makes it final after the
 * provider's capture. VOID_PENDING ends it after a no. REVERSAL takes it back in a refund. POST books it again where the provider then
 * refuses to pay back. Every posting's id follows from the payment's id and the step, so a repeated step is the same step.
 *
 * <p>The account of the fan's purchases has no lower bound. The price comes in and goes out within one posting, but a pending credit does
 * not cover a pending debit, so a bound would refuse every hold. A card payment never touches what the wallet holds.
 */
@Component
class PaymentPostings {
    private static final int ACCOUNTS_KEPT_MAX = 20_000;

    /**
     * A payment's hold never expires by itself. It stands for money that the bank may have set aside, and only the provider knows how long:
     * if the hold ended first and the provider then captured, the money would be taken and could not be booked. So a hold ends with the
     * provider's answer. The job asks for that answer until there is one.
     */
    private static final @Nullable Duration NEVER_EXPIRES = null;

    private final Ledger ledger;

    /** An account's number never changes, so the ledger is asked for it once. When the map is full it is emptied. */
    private final Map<NewLedgerAccount, LedgerAccountId> accounts = new ConcurrentHashMap<>();

    PaymentPostings(Ledger ledger) {
        this.ledger = ledger;
    }

    PostingOutcome hold(PaymentRow payment) {
        return ledger.recordTransaction(
                Keeper.PAYMENTS,
                Posting.pending(
                        id("hold", payment),
                        legs(payment),
                        NEVER_EXPIRES,
                        "payment",
                        reference(payment),
                        payment.createdAt()));
    }

    PostingOutcome post(PaymentRow payment) {
        return ledger.recordTransaction(
                Keeper.PAYMENTS,
                Posting.postPending(
                        id("post", payment), id("hold", payment), "payment", reference(payment), payment.createdAt()));
    }

    /** Ends the hold. If there is none the ledger refuses, which does no harm. */
    PostingOutcome release(PaymentRow payment) {
        return release("void", payment);
    }

    /**
     * Ends a hold that another node has placed after the payment was declined. The ledger keeps its answer to an id for ever, and has
     * refused the first release because there was no hold yet: so this release has an id of its own.
     */
    PostingOutcome releaseAfterDecline(PaymentRow declined) {
        return release("void_late", declined);
    }

    /** Ends a late hold whose node died before it could end it. Again with an id of its own. */
    PostingOutcome releaseInSweep(PaymentRow declined) {
        return release("void_swept", declined);
    }

    private PostingOutcome release(String step, PaymentRow payment) {
        return ledger.recordTransaction(
                Keeper.PAYMENTS,
                Posting.voidPending(
                        id(step, payment), id("hold", payment), "payment", reference(payment), payment.createdAt()));
    }

    /** Reverses the posting, with the time of the request for the refund as its business time. */
    PostingOutcome reverse(PaymentRow refunding) {
        return ledger.recordTransaction(
                Keeper.PAYMENTS,
                Posting.reversal(
                        refundId(refunding),
                        id("post", refunding),
                        "refund",
                        reference(refunding),
                        refunding.movedAt()));
    }

    /**
     * Books the payment's legs once more, after the ledger has reversed them and the provider has refused to pay back. The ledger keeps
     * its answer to an id for ever, so a refused booking can only be repeated with a new id: each attempt on the payment adds one. An id is
     * tried only if the ledger has refused all ids before it, so the legs are booked once.
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
                Keeper.PAYMENTS,
                Posting.post(id(step, refused), legs(refused), "payment", reference(refused), refused.movedAt()));
    }

    /** The id of the refund: of the reversal in the ledger, and at the provider. */
    static UUID refundId(PaymentRow payment) {
        return Ids.derived("payments.refund", payment.id() + ":" + payment.refundCount());
    }

    private static UUID id(String step, PaymentRow payment) {
        return Ids.derived("payments." + step, reference(payment));
    }

    private static String reference(PaymentRow payment) {
        return payment.id().toString();
    }

    /** What goes back to the provider of the share and of the fee. */
    List<Leg> backLegs(PaymentRow payment, Money share, Money fee) {
        Asset asset = payment.price().asset();
        List<Leg> legs = new ArrayList<>();
        add(legs, account(earnings(payment.seller().toString(), asset)), clearing(payment), share, PaymentLeg.SHARE);
        add(legs, account(fees(asset)), clearing(payment), fee, PaymentLeg.FEE);
        return legs;
    }

    private LedgerAccountId clearing(PaymentRow payment) {
        return account(NewLedgerAccount.unbounded(
                "provider:" + payment.provider(),
                AccountCode.PROVIDER_CLEARING,
                payment.price().asset()));
    }

    private static NewLedgerAccount fees(Asset asset) {
        return NewLedgerAccount.unbounded("platform", AccountCode.PLATFORM_FEES, asset);
    }

    private List<Leg> legs(PaymentRow payment) {
        Asset asset = payment.price().asset();
        LedgerAccountId clearing = clearing(payment);
        LedgerAccountId purchases = account(purchases(payment.buyer().toString(), asset));
        LedgerAccountId fees = account(fees(asset));
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
