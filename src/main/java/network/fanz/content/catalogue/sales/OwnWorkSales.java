package network.fanz.content.catalogue.sales;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which single works somebody bought, and which were bought from them. */
@Component
@Order(14)
class OwnWorkSales implements OwnRecords {
    private static final Set<String> TABLES = Set.of("catalogue.work_grant", "catalogue.work_revocation");

    private final WorkSaleStore store;

    OwnWorkSales(WorkSaleStore store) {
        this.store = store;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                grants("works_bought", "Single works that you bought.", this::bought)
                        .with("creator", GrantedWork::creator),
                grants("works_sold", "Single works that were bought from you.", this::sold)
                        .with("fan", GrantedWork::fan));
    }

    private Page<GrantedWork> bought(AccountId owner, @Nullable String after) {
        return page(store.bought(owner, mark(after), OwnSection.PAGE + 1));
    }

    private Page<GrantedWork> sold(AccountId owner, @Nullable String after) {
        return page(store.sold(owner, mark(after), OwnSection.PAGE + 1));
    }

    private static Page<GrantedWork> page(List<GrantedWork> rows) {
        return Page.cut(rows, OwnSection.PAGE, grant -> grant.payment().toString());
    }

    private static @Nullable UUID mark(@Nullable String after) {
        return after == null ? null : UUID.fromString(after);
    }

    private static OwnSection<GrantedWork> grants(String name, String about, OwnSection.OwnRows<GrantedWork> rows) {
        return OwnSection.of(name, about, TABLES, rows)
                .with("payment", GrantedWork::payment)
                .with("work", GrantedWork::work)
                .with("paid_at", GrantedWork::paidAt)
                .with("granted_at", GrantedWork::grantedAt)
                .with("taken_back_at", GrantedWork::revokedAt);
    }
}
