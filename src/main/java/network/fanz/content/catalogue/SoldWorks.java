package network.fanz.content.catalogue;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.content.catalogue.sales.WorkSales;
import network.fanz.content.catalogue.watching.BoughtWorks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works that are bought one by one: what can be bought, and who has what. */
@Component
public class SoldWorks {
    private final PublishedWorks published;
    private final WorkSales sales;
    private final BoughtWorks bought;

    SoldWorks(PublishedWorks published, WorkSales sales, BoughtWorks bought) {
        this.published = published;
        this.sales = sales;
        this.bought = bought;
    }

    /**
     * A work that somebody who is signed in can buy now, at its price.
     *
     * @throws NotFound if it is not published
     * @throws AgeNotAssured if nothing shows that they are of age where they are
     * @throws WorkNotSold if it is not sold by itself
     * @throws WorkOwned if they have bought it
     */
    public PublishedWork toBuy(UUID work, Viewer viewer) {
        PublishedWork found = published.find(work).orElseThrow(() -> new NotFound("work"));
        if (published.access(found, viewer) == WatchAccess.AGE) {
            throw new AgeNotAssured();
        }
        if (viewer.account() != null && sales.owns(viewer.account(), work)) {
            throw new WorkOwned();
        }
        if (found.showing().price() == null) {
            throw new WorkNotSold();
        }
        return found;
    }

    /**
     * The same at the price that the buyer was shown.
     *
     * @throws WorkPriceChanged if it costs something else by now
     */
    public PublishedWork toBuy(UUID work, Money shown, Viewer viewer) {
        PublishedWork found = toBuy(work, viewer);
        Money price = found.showing().price();
        if (price != null && !price.equals(shown)) {
            throw new WorkPriceChanged(price);
        }
        return found;
    }

    /** Whether the fan has bought the work, and the money has not gone back. */
    public boolean owns(AccountId fan, UUID work) {
        return sales.owns(fan, work);
    }

    /** What a fan has bought, the latest first. */
    public Page<BoughtWork> library(AccountId fan, @Nullable String after, int limit) {
        return Page.cut(
                bought.of(fan, mark(after), limit + 1),
                limit,
                work -> work.payment().toString());
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : CanonicalText.uuid(after);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
