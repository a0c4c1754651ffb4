package network.fanz.finance.letters;

import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;

/** Who hears of disputes and of requests for refunds: everybody of finance, the administrators where nobody has that role. */
@Component
final class FinanceReaders {
    private final Identity identity;

    FinanceReaders(Identity identity) {
        this.identity = identity;
    }

    List<AccountId> all() {
        List<AccountId> finance = identity.activeHolders(Role.FINANCE);
        return finance.isEmpty() ? identity.activeHolders(Role.ADMINISTRATOR) : finance;
    }

    /** Those of them who have no confirmed address, and so get no letter. */
    List<AccountId> unreachable() {
        List<AccountId> all = all();
        Set<AccountId> reachable = identity.addressees(all).keySet();
        return all.stream().filter(one -> !reachable.contains(one)).toList();
    }
}
