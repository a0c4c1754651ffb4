package network.fanz.web.money;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;

/** Public names for a page, all of them in one look. */
@Component
class Names {
    private static final String LEFT = "somebody who has left";

    private final Identity identity;

    Names(Identity identity) {
        this.identity = identity;
    }

    String of(AccountId id) {
        return of(List.of(id)).getOrDefault(id, LEFT);
    }

    /** A name for each. */
    Map<AccountId, String> of(Collection<AccountId> ids) {
        Map<AccountId, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, LEFT));
        identity.names(ids).forEach((id, name) -> names.put(id, name.isEmpty() ? LEFT : name));
        return names;
    }
}
