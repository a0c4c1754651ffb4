package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finance gives a payment back, and answers what fans ask for. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class PaymentRefundPages {
    private final Payments payments;
    private final RefundRequests requests;
    private final PublicNames names;
    private final PaymentPage page;
    private final Clock clock;

    PaymentRefundPages(
            Payments payments, RefundRequests requests, PublicNames names, PaymentPage page, @Steady Clock clock) {
        this.payments = payments;
        this.requests = requests;
        this.names = names;
        this.page = page;
        this.clock = clock;
    }

    @PostMapping("/finance/payments/{id}/refund")
    ModelAndView refund(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    Payment payment = payments.refund(id, caller);
                    String said = say(
                            payment.state() == PaymentState.REFUNDED
                                    ? "Given back in full."
                                    : "Asked for. This page shows how it goes on.");
                    return shell.redirect("/finance/payments/" + id, PageNotice.ok(said));
                },
                again -> page.page(id, null, caller, again, shell));
    }

    /** What fans ask back and creators have not given. */
    @GetMapping("/finance/refund-requests")
    ModelAndView requests(Shell shell) {
        List<RefundRequest> waiting = requests.waitingForFinance();
        return shell.page(
                "dash/refund-requests",
                Map.of(
                        "requests",
                        waiting,
                        "now",
                        clock.instant(),
                        "names",
                        names.of(waiting.stream()
                                .flatMap(request -> Stream.of(request.buyer(), request.seller()))
                                .toList())));
    }

    @PostMapping("/finance/payments/{id}/refund-request/decline")
    ModelAndView decline(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    requests.decline(id, form.text("answer"), caller);
                    return shell.redirect(
                            "/finance/payments/" + id, PageNotice.ok(say("Declined. The fan reads your answer.")));
                },
                again -> page.page(id, null, caller, again, shell));
    }
}
