package network.fanz.web.money;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.finance.payments.TipMessage;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
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
    private final Payments payments;
    private final RefundRequests requests;
    private final Identity identity;
    private final PublicNames names;

    CheckoutPages(Payments payments, RefundRequests requests, Identity identity, PublicNames names) {
        this.identity = identity;
        this.requests = requests;
        this.payments = payments;
        this.names = names;
    }

    /**
     * @param back whether the reader comes back from the provider's page, so that news may be on its way
     * @param look how often the page has looked again by itself
     */
    @Access
    @GetMapping("/checkout/{payment}")
    ModelAndView checkout(
            @PathVariable("payment") UUID id,
            @RequestParam(name = "back", required = false) @Nullable String back,
            @RequestParam(name = "look", defaultValue = "0") int look,
            Caller caller,
            Shell shell,
            HttpServletResponse response) {
        Payment payment = payments.payment(id, caller);
        if (!caller.is(payment.buyer())) {
            return sale(payment, caller, Form.empty(), shell);
        }
        if (payment.moving() || (back != null && !payment.finished())) {
            payment = payments.awaitNews(id, caller);
        }
        return purchase(payment, caller, new CheckoutLook(id, back != null, look), Form.empty(), shell, response);
    }

    /** A buyer ends a payment that waits for their card. */
    @Access
    @PostMapping("/checkout/{payment}/cancellation")
    ModelAndView cancel(
            @PathVariable("payment") UUID id, Caller caller, Form form, Shell shell, HttpServletResponse response) {
        return form.submit(
                () -> {
                    Payment after = payments.cancel(id, caller);
                    String path = "/checkout/" + id;
                    return after.state() == PaymentState.DECLINED
                            ? shell.redirect(path)
                            : shell.redirect(
                                    path, PageNotice.warn(say("It was too late to cancel: a card was entered.")));
                },
                again -> either(id, caller, again, shell, response));
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

    /** A buyer asks for their money back. */
    @Access
    @PostMapping("/checkout/{payment}/refund-request")
    ModelAndView ask(
            @PathVariable("payment") UUID id, Caller caller, Form form, Shell shell, HttpServletResponse response) {
        return form.submit(
                () -> {
                    RefundRequest request = requests.ask(id, form.text("reason"), caller);
                    String path = "/checkout/" + id;
                    return request.state() == RefundRequestState.WITH_CREATOR
                            ? shell.redirect(path, PageNotice.ok(say("Your request is on its way.")))
                            : shell.redirect(path);
                },
                again -> either(id, caller, again, shell, response));
    }

    @Access
    @PostMapping("/checkout/{payment}/refund-request/withdrawal")
    ModelAndView withdraw(
            @PathVariable("payment") UUID id, Caller caller, Form form, Shell shell, HttpServletResponse response) {
        return form.submit(
                () -> {
                    requests.withdraw(id, caller);
                    return shell.redirect("/checkout/" + id);
                },
                again -> either(id, caller, again, shell, response));
    }

    /** A creator says no to a request; finance staff decide then. */
    @Access(Role.CREATOR)
    @PostMapping("/checkout/{payment}/refund-request/decline")
    ModelAndView decline(@PathVariable("payment") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    requests.decline(id, form.text("answer"), caller);
                    return shell.redirect("/checkout/" + id);
                },
                again -> sale(payments.payment(id, caller), caller, again, shell));
    }

    private ModelAndView either(UUID id, Caller caller, Form form, Shell shell, HttpServletResponse response) {
        Payment payment = payments.payment(id, caller);
        return caller.is(payment.buyer())
                ? purchase(payment, caller, new CheckoutLook(id, true, 0), form, shell, response)
                : sale(payment, caller, form, shell);
    }

    private @Nullable TipMessage message(Payment payment, Caller caller) {
        return payments.messages(List.of(payment), caller).get(payment.id());
    }

    private ModelAndView purchase(
            Payment payment, Caller caller, CheckoutLook look, Form form, Shell shell, HttpServletResponse response) {
        CheckoutWait wait = CheckoutWait.of(payment, look.back());
        if (wait != null && !look.over()) {
            response.setHeader(
                    "Refresh", look.seconds(wait.forBuyer() && !look.back()) + "; url=" + shell.to(look.next()));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("payment", payment);
        model.put("message", message(payment, caller));
        Instant settled = payment.settledAt();
        model.put(
                "request",
                requests.of(payment.id(), caller)
                        .map(request -> request.beside(payment))
                        .orElse(null));
        model.put("askable", requests.askable(payment));
        model.put("askableUntil", settled == null ? null : requests.askableUntil(settled));
        model.put(
                "confirmed",
                identity.account(payment.buyer()).map(Account::emailVerified).orElse(true));
        model.put("card", payments.cardOf(payment.id(), payment.buyer()).orElse(null));
        model.put("creator", names.of(payment.seller()));
        model.put("payer", names.of(payment.buyer()));
        model.put("steps", CheckoutStep.of(payment));
        model.put("wait", wait);
        model.put("look", look);
        model.put("form", form);
        model.put("openUntil", payments.openUntil(payment));
        return shell.page("money/checkout", model);
    }

    /** What the buyer must do, and what their bank says, is no business of the creator's. */
    private ModelAndView sale(Payment payment, Caller caller, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("payment", payment);
        model.put("message", message(payment, caller));
        model.put("buyer", names.of(payment.buyer()));
        model.put("own", caller.is(payment.seller()));
        model.put(
                "request",
                requests.of(payment.id(), caller)
                        .map(request -> request.beside(payment))
                        .orElse(null));
        model.put("form", form);
        return shell.page("money/sale", model);
    }
}
