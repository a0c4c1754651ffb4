package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.security.identity.Identity;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/** What colleagues are called. Their names are personal data: a page shows them, and no log holds them. */
public record StaffNames(Map<AccountId, String> known) {
    public StaffNames {
        known = Map.copyOf(known);
    }

    public static StaffNames of(Identity identity, Collection<@Nullable AccountId> accounts) {
        Map<AccountId, String> known = new HashMap<>();
        identity.names(accounts.stream().filter(Objects::nonNull).collect(Collectors.toSet()))
                .forEach((id, name) -> known.put(id, Format.name(name)));
        return new StaffNames(known);
    }

    /** A name with the end of its id, where a name stands for an account: two people may have the same. */
    public String distinct(AccountId account) {
        String name = known.get(account);
        String id = Format.id(account.value());
        return name == null ? id : name + " " + id;
    }

    /** What an entry of the audit log is about. */
    public AuditSubject subject(String subject) {
        return AuditSubject.of(subject, this);
    }

    /** A name; the end of the id where the account is gone; the program where there is none. */
    public String of(@Nullable AccountId account) {
        return account == null ? say("the program") : known.getOrDefault(account, Format.id(account.value()));
    }
}
