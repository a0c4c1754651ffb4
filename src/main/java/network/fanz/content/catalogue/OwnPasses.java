package network.fanz.content.catalogue;

import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Handle;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What of the catalogue fans and creators may have as a file. */
@Component
@Order(6)
class OwnPasses implements OwnRecords {
    private static final Set<String> GRANTS = Set.of("catalogue.pass_grant", "catalogue.revocation");

    private final OwnPassStore store;
    private final Handles handles;

    OwnPasses(OwnPassStore store, Handles handles) {
        this.store = store;
        this.handles = handles;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                grants("passes_bought", "Supporter passes that you bought.", this::bought)
                        .with("creator", OwnPassStore.KeptGrant::creator),
                grants("passes_sold", "Supporter passes that were bought from you.", this::sold)
                        .with("fan", OwnPassStore.KeptGrant::fan),
                offers(),
                handles());
    }

    private Page<OwnPassStore.KeptGrant> bought(AccountId owner, @Nullable String after) {
        return page(store.bought(owner, after, OwnSection.PAGE + 1));
    }

    private Page<OwnPassStore.KeptGrant> sold(AccountId owner, @Nullable String after) {
        return page(store.sold(owner, after, OwnSection.PAGE + 1));
    }

    private static Page<OwnPassStore.KeptGrant> page(List<OwnPassStore.KeptGrant> rows) {
        return Page.cut(rows, OwnSection.PAGE, grant -> grant.payment().toString());
    }

    private static OwnSection<OwnPassStore.KeptGrant> grants(
            String name, String about, OwnSection.OwnRows<OwnPassStore.KeptGrant> rows) {
        return OwnSection.of(name, about, GRANTS, rows)
                .with("payment", OwnPassStore.KeptGrant::payment)
                .with("pass", OwnPassStore.KeptGrant::pass)
                .with("granted_at", OwnPassStore.KeptGrant::grantedAt)
                .with("granted_from", OwnPassStore.KeptGrant::startsAt)
                .with("granted_until", OwnPassStore.KeptGrant::endsAt)
                .with("taken_back_at", OwnPassStore.KeptGrant::revokedAt);
    }

    private OwnSection<?> offers() {
        return OwnSection.<OwnPassStore.KeptOffer>of(
                        "passes_offered",
                        "Supporter passes that you offered.",
                        Set.of("catalogue.pass", "catalogue.withdrawal"),
                        (owner, after) -> Page.cut(
                                store.offers(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                offer -> offer.id().toString()))
                .with("pass", OwnPassStore.KeptOffer::id)
                .with("price", OwnPassStore.KeptOffer::price)
                .with("days", OwnPassStore.KeptOffer::days)
                .with("offered_at", OwnPassStore.KeptOffer::offeredAt)
                .with("withdrawn_at", OwnPassStore.KeptOffer::withdrawnAt);
    }

    private record HandleOfMine(AccountId owner, OwnPassStore.KeptHandle kept) {}

    private OwnSection<?> handles() {
        return OwnSection.<HandleOfMine>ofFew(
                        "short_addresses",
                        "Short addresses of your page, the present one first.",
                        Set.of("catalogue.handle"),
                        owner -> store.handles(owner).stream()
                                .map(kept -> new HandleOfMine(owner, kept))
                                .toList())
                .with(
                        "address",
                        mine -> handles.open(mine.owner(), mine.kept().handle())
                                .map(Handle::text)
                                .orElse(null))
                .with("chosen_at", mine -> mine.kept().chosenAt());
    }
}
