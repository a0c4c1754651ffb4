package network.fanz.web.dash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentFilter;
import network.fanz.finance.payments.Payments;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Payments, for finance: a search, and where each stands. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class PaymentPages {
    private static final int ROWS = 50;

    private final Payments payments;
    private final Identity identity;
    private final PublicNames names;
    private final PaymentPage page;

    PaymentPages(Payments payments, Identity identity, PublicNames names, PaymentPage page) {
        this.payments = payments;
        this.identity = identity;
        this.names = names;
        this.page = page;
    }

    @GetMapping("/finance/payments")
    ModelAndView payments(Form form, Shell shell) {
        return form.select(
                () -> {
                    PaymentFilter filter = PaymentFilters.read(form, payments.currency());
                    Page<Payment> found = payments.find(filter, form.values().get("after"), ROWS);
                    return list(filter, found, List.of(), form, shell);
                },
                again -> unread(again, shell));
    }

    /** A form that is sent, because a name or an address must stand in no log of paths. The search is audited. */
    @SecretResponse
    @PostMapping("/finance/payments/search")
    ModelAndView person(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    List<Account> found = find(caller.requireAccount(), form.text("who"), shell);
                    return found.size() == 1
                            ? shell.redirect(PaymentFilters.address(
                                    form, Map.of("person", found.getFirst().id().toString())))
                            : list(PaymentFilter.ALL, new Page<>(List.of(), null), found, form, shell);
                },
                again -> unread(again, shell));
    }

    private List<Account> find(AccountId by, String who, Shell shell) {
        if (who.contains("@") && !SectionAccess.users(shell)) {
            throw new InvalidField(
                    "who", "An email address is for administrators. Write a whole public name, or an account’s id.");
        }
        List<Account> found = identity.search(by, who);
        if (found.isEmpty()) {
            throw new InvalidField("who", "Nobody has this id, or exactly this public name or address.");
        }
        return found;
    }

    private ModelAndView unread(Form form, Shell shell) {
        return list(PaymentFilter.ALL, new Page<>(List.of(), null), List.of(), form, shell);
    }

    /** @param people to choose one of; empty where nobody was looked for */
    private ModelAndView list(PaymentFilter filter, Page<Payment> found, List<Account> people, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("states", PaymentFilters.states(form));
        model.put("waysBack", PaymentFilters.waysBack(form, filter.takenBack()));
        model.put("page", found);
        model.put("people", people);
        model.put("currency", payments.currency().code());
        AccountId person = filter.person();
        if (person != null) {
            model.put("person", person);
        }
        model.put("names", names.of(named(filter.person(), found)));
        return shell.page("dash/payments", model);
    }

    private static List<AccountId> named(@Nullable AccountId person, Page<Payment> found) {
        Stream<AccountId> inRows =
                found.items().stream().flatMap(payment -> Stream.of(payment.buyer(), payment.seller()));
        return Stream.concat(Stream.ofNullable(person), inRows).distinct().toList();
    }

    /** @param after where the history goes on; null for its newest entries */
    @GetMapping("/finance/payments/{id}")
    ModelAndView payment(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String after, Caller caller, Shell shell) {
        return page.page(id, after, caller, Form.empty(), shell);
    }
}
