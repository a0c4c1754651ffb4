package network.fanz.web.money;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.Payments;
import network.fanz.web.brand.OnFanBrands;
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

/** Where a payment stands, in words. While it moves by itself the page waits with it, and then looks again. */
@Controller
@OnFanBrands
final class CheckoutPages {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String LOOK_AGAIN_SECONDS = "3";

    private final Payments payments;
    private final PublicNames names;

    CheckoutPages(Payments payments, PublicNames names) {
        this.payments = payments;
        this.names = names;
    }

    /** @param back whether the reader comes back from the provider's page, so that news may be on its way */
    @Access
    @GetMapping("/checkout/{payment}")
    ModelAndView checkout(
            @PathVariable("payment") UUID id,
            @RequestParam(name = "back", required = false) @Nullable String back,
            Caller caller,
            Shell shell,
            HttpServletResponse response) {
        Payment payment = payments.payment(id, caller);
        if (!caller.is(payment.buyer())) {
            return sale(payment, caller, Form.empty(), shell);
        }
        if (payment.moving() || (back != null && !payment.finished())) {
            payment = payments.awaitPayment(id, caller, PATIENCE);
        }
        if (payment.moving()) {
            response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
        }
        return shell.page(
                "money/checkout",
                Map.of("payment", payment, "creator", names.of(payment.seller()), "steps", CheckoutStep.of(payment)));
    }

    /** A creator gives a payment back. */
    @Access(Role.CREATOR)
    @PostMapping("/checkout/{payment}/refund")
    ModelAndView refund(@PathVariable("payment") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    payments.refund(id, caller);
                    return shell.redirect("/checkout/" + id);
                },
                again -> sale(payments.payment(id, caller), caller, again, shell));
    }

    /** What the buyer must do, and what their bank says, is no business of the creator's. */
    private ModelAndView sale(Payment payment, Caller caller, Form form, Shell shell) {
        return shell.page(
                "money/sale",
                Map.of(
                        "payment",
                        payment,
                        "buyer",
                        names.of(payment.buyer()),
                        "own",
                        caller.is(payment.seller()),
                        "form",
                        form));
    }
}
