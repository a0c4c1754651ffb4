package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ContentWarning;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.content.catalogue.Showing;
import network.fanz.content.catalogue.Works;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PaymentText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a creator says to whom a work is shown, what it costs by itself, and what they warn of. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class ShowingPages {
    private static final String PATH = "/studio/works/{id}/showing";
    private static final String WARNS = "warns-";

    private final PublishedWorks published;
    private final Works works;
    private final Payments payments;

    ShowingPages(PublishedWorks published, Works works, Payments payments) {
        this.published = published;
        this.works = works;
        this.payments = payments;
    }

    @GetMapping(PATH)
    ModelAndView showing(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        Showing showing = published.showing(id, caller.requireAccount());
        Money price = showing.price();
        Form form = Form.of(Map.of("audience", showing.audience().name(), "price", price == null ? "" : price.typed()));
        return page(id, caller, showing.warnings(), form, shell);
    }

    @PostMapping(PATH)
    ModelAndView show(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    List<String> warnings =
                            ticked(form).stream().map(Enum::name).toList();
                    published.show(
                            id, caller.requireAccount(), Showing.of(form.value("audience"), warnings, price(form)));
                    return shell.redirect("/studio/works", PageNotice.ok(say("Kept.")));
                },
                again -> page(id, caller, ticked(again), again, shell));
    }

    /** What stands in the field counts only where the work is sold. */
    private @Nullable Money price(Form form) {
        return Showing.audience(form.value("audience")).isSold() ? form.money("price", payments.currency()) : null;
    }

    private static Set<ContentWarning> ticked(Form form) {
        return Arrays.stream(ContentWarning.values())
                .filter(warning -> form.checked(WARNS + warning.name()))
                .collect(Collectors.toSet());
    }

    private ModelAndView page(UUID id, Caller caller, Set<ContentWarning> warnings, Form form, Shell shell) {
        return shell.page(
                "studio/showing",
                Map.of(
                        "work",
                        id,
                        "title",
                        works.find(id, caller.requireAccount()).title(),
                        "warnings",
                        warnings,
                        "bounds",
                        payments.priceBounds(),
                        "fee",
                        PaymentText.fee(payments.currentFees(), PaymentKind.PPV),
                        "form",
                        form));
    }
}
