package network.fanz.web.dash;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.finance.payments.TakenBack;
import network.fanz.web.brand.OnBrands;
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

/** Payments, for finance: where each stands, what the books say of it, and the way to give it back. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class PaymentPages {
    private static final int ROWS = 50;

    private final Payments payments;
    private final PublicNames names;
    private final RefundRequests requests;
    private final PaymentPage page;
    private final Clock clock;

    PaymentPages(Payments payments, RefundRequests requests, PublicNames names, PaymentPage page, @Steady Clock clock) {
        this.requests = requests;
        this.clock = clock;
        this.payments = payments;
        this.names = names;
        this.page = page;
    }

    @GetMapping("/finance/payments")
    ModelAndView payments(Form form, Shell shell) {
        return form.select(
                () -> {
                    PaymentState chosen = chosen(PaymentState.class, "state", form.value("state"));
                    TakenBack wayBack = chosen(TakenBack.class, "takenBack", form.value("takenBack"));
                    Page<Payment> rows =
                            payments.allPayments(chosen, wayBack, form.values().get("after"), ROWS);
                    return list(chosen, wayBack, rows, form, shell);
                },
                again -> list(null, null, new Page<>(List.of(), null), again, shell));
    }

    private ModelAndView list(
            @Nullable PaymentState chosen, @Nullable TakenBack wayBack, Page<Payment> rows, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("states", EnumLabels.options(PaymentState.class, "Any state", chosen));
        model.put("state", chosen == null ? "" : EnumLabels.value(chosen));
        model.put(
                "waysBack",
                EnumLabels.options(TakenBack.class, "All, given back or not", wayBack, TakenBackWords::title));
        model.put("takenBack", wayBack == null ? "" : EnumLabels.value(wayBack));
        model.put("page", rows);
        model.put(
                "names",
                names.of(rows.items().stream()
                        .flatMap(payment -> Stream.of(payment.buyer(), payment.seller()))
                        .toList()));
        return shell.page("dash/payments", model);
    }

    /** @param after where the history goes on; null for its newest entries */
    @GetMapping("/finance/payments/{id}")
    ModelAndView payment(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String after, Caller caller, Shell shell) {
        return page.page(id, after, caller, Form.empty(), shell);
    }

    @PostMapping("/finance/payments/{id}/refund")
    ModelAndView refund(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    Payment payment = payments.refund(id, caller);
                    String said = payment.state() == PaymentState.REFUNDED
                            ? "Given back in full."
                            : "Asked for. This page shows how it goes on.";
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
                            "/finance/payments/" + id, PageNotice.ok("Declined. The fan reads your answer."));
                },
                again -> page.page(id, null, caller, again, shell));
    }

    private static <E extends Enum<E>> @Nullable E chosen(Class<E> type, String field, String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> EnumLabels.value(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "Choose one from the list."));
    }
}
