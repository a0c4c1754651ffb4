package network.fanz.web.money;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.security.identity.Identity;
import network.fanz.web.show.Format;
import org.springframework.stereotype.Component;

/** Public names for a page, all of them in one look. */
@Component
class Names {
    private final Identity identity;

    Names(Identity identity) {
        this.identity = identity;
    }

    String of(AccountId id) {
        return Format.name(identity.names(List.of(id)).getOrDefault(id, ""));
    }

    /** A name for each. */
    Map<AccountId, String> of(Collection<AccountId> ids) {
        Map<AccountId, String> names = new HashMap<>();
        Map<AccountId, String> known = identity.names(ids);
        ids.forEach(id -> names.put(id, Format.name(known.getOrDefault(id, ""))));
        return names;
    }
}
