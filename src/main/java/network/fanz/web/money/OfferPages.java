package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Handle;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.catalogue.Pass;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Format;
import network.fanz.web.show.PaymentText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A creator's own page: the price of the supporter pass. */
@Controller
@OnFanBrands
final class OfferPages {
    private final Catalogue catalogue;
    private final Handles handles;
    private final Payments payments;

    OfferPages(Catalogue catalogue, Handles handles, Payments payments) {
        this.handles = handles;
        this.catalogue = catalogue;
        this.payments = payments;
    }

    @Access(Role.CREATOR)
    @GetMapping("/offer")
    ModelAndView offer(Caller caller, Shell shell) {
        return page(caller, Form.empty(), shell);
    }

    @Access(Role.CREATOR)
    @PostMapping("/offer")
    ModelAndView set(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    Pass pass = catalogue.offerPass(
                            caller.requireAccount(), form.money("price", payments.currency()), form.idempotencyKey());
                    return shell.redirect(
                            "/offer", PageNotice.ok(say("Your pass now costs {0}.", Format.money(pass.price()))));
                },
                again -> page(caller, again, shell));
    }

    @Access(Role.CREATOR)
    @PostMapping("/offer/withdrawal")
    ModelAndView withdraw(Caller caller, Shell shell) {
        catalogue.withdrawPass(caller.requireAccount());
        return shell.redirect(
                "/offer", PageNotice.ok(say("Your pass is no longer sold. Passes that were sold keep their time.")));
    }

    /** A short address that leads to the creator's page. */
    @Access(Role.CREATOR)
    @PostMapping("/offer/handle")
    ModelAndView handle(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    Handle handle = Handle.of("handle", form.text("handle"));
                    handles.choose(caller.requireAccount(), handle);
                    return shell.redirect("/offer", PageNotice.ok(say("Your page is now at /@{0}.", handle.text())));
                },
                again -> page(caller, again, shell));
    }

    private ModelAndView page(Caller caller, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("pass", catalogue.passOf(caller.requireAccount()).orElse(null));
        model.put(
                "handle", handles.of(caller.requireAccount()).map(Handle::text).orElse(null));
        model.put("bounds", payments.priceBounds());
        model.put("feePercent", feePercent(payments, PaymentKind.PASS));
        model.put("form", form);
        return shell.page("money/offer", model);
    }

    /** What the platform keeps of a price today, in words. */
    static String feePercent(Payments payments, PaymentKind kind) {
        return PaymentText.fee(payments.currentFees(), kind);
    }
}
