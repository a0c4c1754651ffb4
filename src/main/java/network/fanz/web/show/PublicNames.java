package network.fanz.web.show;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;

/** The names of accounts on a page, all read at once. Of an account that was erased it says that its owner has left. */
@Component
public class PublicNames {
    private final Identity identity;

    PublicNames(Identity identity) {
        this.identity = identity;
    }

    public String of(AccountId id) {
        return Format.name(identity.names(List.of(id)).getOrDefault(id, ""));
    }

    /** A name for each. */
    public Map<AccountId, String> of(Collection<AccountId> ids) {
        Map<AccountId, String> names = new HashMap<>();
        Map<AccountId, String> known = identity.names(ids);
        ids.forEach(id -> names.put(id, Format.name(known.getOrDefault(id, ""))));
        return names;
    }
}
