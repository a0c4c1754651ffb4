package network.fanz.web.money;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.page.Shell;
import network.fanz.web.place.OnFanPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a payment stands, in words. While it moves by itself the page waits with it, and then looks again. */
@Controller
@OnFanPlaces
final class CheckoutPages {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String LOOK_AGAIN_SECONDS = "3";

    private final Payments payments;
    private final Identity identity;

    CheckoutPages(Payments payments, Identity identity) {
        this.payments = payments;
        this.identity = identity;
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
        if (payment.moving() || (back != null && !payment.finished())) {
            payment = payments.awaitPayment(id, caller, PATIENCE);
        }
        if (payment.moving()) {
            response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("payment", payment);
        model.put(
                "creator", identity.account(payment.seller()).map(Account::name).orElse("a creator"));
        model.put("steps", Step.of(payment));
        return shell.page("money/checkout", model);
    }
}
