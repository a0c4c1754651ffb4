package network.fanz.journeys;

import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.common.Problem;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.Pass;
import network.fanz.content.catalogue.PassNotOffered;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.SoldWorks;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.WorkOwned;
import network.fanz.finance.payments.FirstUnanswered;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.TipMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A fan pays a creator: the catalogue knows the price, payments takes the money, and the settled payment grants what was bought. */
@Component
public class Purchase {
    private final Catalogue catalogue;
    private final SoldWorks works;
    private final Payments payments;

    Purchase(Catalogue catalogue, SoldWorks works, Payments payments) {
        this.catalogue = catalogue;
        this.works = works;
        this.payments = payments;
    }

    /**
     * Tips a creator.
     *
     * @param message what the fan writes with it; null for nothing
     * @param method a saved card; null for the provider's page
     * @param key the fan's idempotency key
     */
    public Payment tip(
            AccountId fan,
            AccountId creator,
            Money amount,
            @Nullable TipMessage message,
            @Nullable UUID method,
            Origin origin,
            String key) {
        return payments.processTransaction(
                new NewPayment(fan, creator, PaymentKind.TIP, null, amount, message, method, false, origin, key));
    }

    /**
     * Buys a creator's supporter pass at the price that it has now. A caller who asks again with the key of a payment gets that payment,
     * also when the pass is no longer for sale.
     *
     * @param creator whose pass the fan takes it for; null if they did not say
     * @param again whether the fan wants it although the bank has not answered an earlier payment for it
     * @throws FirstUnanswered if that is so and they have not said that they want it again
     * @throws PassNotOffered if it is no longer for sale
     */
    public Payment pass(
            AccountId fan,
            UUID pass,
            @Nullable AccountId creator,
            @Nullable UUID method,
            boolean again,
            Origin origin,
            String key) {
        Pass offered;
        try {
            offered = offered(pass, creator);
        } catch (PassNotOffered gone) {
            return payments.findByKey(fan, key)
                    .filter(made -> pass.equals(made.item()))
                    .orElseThrow(() -> gone);
        }
        return payments.processTransaction(new NewPayment(
                fan,
                offered.creator(),
                PaymentKind.PASS,
                offered.id(),
                offered.price(),
                null,
                method,
                !again,
                origin,
                key));
    }

    /**
     * The pass that {@link #pass} would buy, for a fan who is asked once more before they pay. It refuses what that refuses.
     *
     * @throws FirstUnanswered if an earlier payment for it has no answer, and they have not said that they want it again
     * @throws PassNotOffered if it is no longer for sale
     */
    public Pass passToBuy(AccountId fan, UUID pass, @Nullable AccountId creator, boolean again, String key) {
        Pass offered = offered(pass, creator);
        if (!again && payments.isUnanswered(fan, pass, key)) {
            throw new FirstUnanswered();
        }
        return offered;
    }

    /**
     * Buys a single work at the price that the fan was shown. A caller who asks again with the key of a payment gets that payment, also when
     * the work is no longer sold.
     *
     * @param viewer who buys, where they are and in which session: who may not watch may not pay
     * @param shown the price that the fan was shown and agrees to
     * @throws network.fanz.common.NotFound if it is not published
     * @throws network.fanz.content.catalogue.AgeNotAssured if nothing shows that they are of age where they are
     * @throws network.fanz.content.catalogue.WorkNotSold if it is not sold by itself
     * @throws network.fanz.content.catalogue.WorkPriceChanged if it costs something else by now
     * @throws WorkOwned if they have it, or have paid for it
     * @throws FirstUnanswered if an earlier payment for it has no answer
     */
    public Payment work(Viewer viewer, UUID work, Money shown, @Nullable UUID method, Origin origin, String key) {
        AccountId fan = Objects.requireNonNull(viewer.account());
        PublishedWork sold;
        try {
            sold = workToBuy(viewer, work, shown, key);
        } catch (Problem refused) {
            return payments.findByKey(fan, key)
                    .filter(made -> work.equals(made.item()))
                    .orElseThrow(() -> refused);
        }
        return payments.processTransaction(
                new NewPayment(fan, sold.creator(), PaymentKind.PPV, work, shown, null, method, true, origin, key));
    }

    /** The work that {@link #work} would buy, for a fan who is asked once more before they pay. It refuses what that refuses. */
    public PublishedWork workToBuy(Viewer viewer, UUID work, Money shown, String key) {
        AccountId fan = Objects.requireNonNull(viewer.account());
        PublishedWork sold = works.toBuy(work, shown, viewer);
        if (payments.isPaidFor(fan, work, key)) {
            throw new WorkOwned();
        }
        if (payments.isUnanswered(fan, work, key)) {
            throw FirstUnanswered.ofWork();
        }
        return sold;
    }

    private Pass offered(UUID pass, @Nullable AccountId creator) {
        Pass offered = catalogue.passOnSale(pass);
        if (creator != null && !creator.equals(offered.creator())) {
            throw new InvalidField("creator", "This pass is another creator's.");
        }
        return offered;
    }
}
