package network.fanz.web.dash;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.monitoring.EventFilter;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.web.page.Shell;
import network.fanz.web.place.Brand;
import network.fanz.web.place.On;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts, for administrators. */
@Controller
@On(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class PeoplePages {
    private static final int ROWS = 50;
    private static final int EVENTS = 20;

    private final Identity identity;
    private final Monitoring monitoring;

    PeoplePages(Identity identity, Monitoring monitoring) {
        this.identity = identity;
        this.monitoring = monitoring;
    }

    @GetMapping("/users")
    @Access(Role.ADMINISTRATOR)
    ModelAndView users(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            Shell shell) {
        Role chosen = role(role);
        Map<String, Object> model = new HashMap<>();
        model.put("roles", Words.options(Role.class, "Any role", chosen));
        model.put("role", chosen == null ? "" : Words.value(chosen));
        model.put("page", identity.accounts(chosen, after, ROWS));
        return shell.page("dash/users", model);
    }

    @GetMapping("/users/{id}")
    @Access(Role.ADMINISTRATOR)
    ModelAndView user(@PathVariable AccountId id, Shell shell) {
        Account account = identity.account(id).orElseThrow(() -> new NotFound("account"));
        EventFilter theirs = new EventFilter(null, null, null, id);
        return shell.page(
                "dash/user",
                Map.of(
                        "account",
                        account,
                        "events",
                        monitoring.events(theirs, null, EVENTS).items()));
    }

    private static @Nullable Role role(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> Words.value(role).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidField("role", "There is no such role."));
    }
}
