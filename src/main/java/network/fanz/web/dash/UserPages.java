package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Accounts, for administrators: a list, and a search for one of them. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class UserPages {
    private static final int ROWS = 50;

    private final Identity identity;
    private final AccountPage accountPage;

    UserPages(Identity identity, AccountPage accountPage) {
        this.identity = identity;
        this.accountPage = accountPage;
    }

    @GetMapping("/users")
    ModelAndView users(Form form, Shell shell) {
        return form.select(
                () -> {
                    Role chosen = role(form.value("role"));
                    return page(
                            chosen, identity.accounts(chosen, form.values().get("after"), ROWS), Form.empty(), shell);
                },
                again -> page(null, null, again, shell));
    }

    /** A form that is sent, because an address must stand in no log of paths. The search is audited. */
    @SecretResponse
    @PostMapping("/users/search")
    ModelAndView search(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    List<Account> found = identity.search(caller.requireAccount(), form.text("who"));
                    if (found.isEmpty()) {
                        throw new InvalidField(
                                "who", "No account has this id, or exactly this email address or public name.");
                    }
                    return found.size() == 1
                            ? shell.redirect("/users/" + found.getFirst().id())
                            : page(null, new Page<>(found, null), form, shell);
                },
                again -> page(null, new Page<>(List.of(), null), again, shell));
    }

    @GetMapping("/users/{id}")
    ModelAndView user(@PathVariable AccountId id, Shell shell) {
        return accountPage.page(id, Form.empty(), shell);
    }

    /** @param accounts null where the filter cannot be read */
    private ModelAndView page(@Nullable Role chosen, @Nullable Page<Account> accounts, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("roles", EnumLabels.options(Role.class, say("Any role"), chosen));
        model.put("role", chosen == null ? "" : EnumLabels.value(chosen));
        model.put("page", accounts);
        model.put("form", form);
        return shell.page("dash/users", model);
    }

    private static @Nullable Role role(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> EnumLabels.value(role).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidField("role", "Choose one from the list."));
    }
}
