package network.fanz.web.dash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentHistoryEntry;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditEntry;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one payment: all that the program knows of it, as far as the reader may see it. */
@Component
final class PaymentPage {
    private final Payments payments;
    private final RefundRequests requests;
    private final Fraud fraud;
    private final PaymentBooks books;
    private final Monitoring monitoring;
    private final Audit audit;
    private final PublicNames names;

    PaymentPage(
            Payments payments,
            RefundRequests requests,
            Fraud fraud,
            PaymentBooks books,
            Monitoring monitoring,
            Audit audit,
            PublicNames names) {
        this.payments = payments;
        this.requests = requests;
        this.fraud = fraud;
        this.books = books;
        this.monitoring = monitoring;
        this.audit = audit;
        this.names = names;
    }

    /**
     * @param after where the history goes on; null for its newest entries
     * @throws NotFound if there is no such payment
     */
    ModelAndView page(UUID id, @Nullable String after, Caller caller, Form form, Shell shell) {
        Payment payment = payments.payment(id, caller);
        Page<PaymentHistoryEntry> history = payments.history(id, after, caller);
        Page<JournalLine> lines = books.lines(id);
        List<SecurityAlert> alerts = SectionAccess.security(shell) ? monitoring.alertsAboutPayment(id) : List.of();
        List<AuditEntry> audited = SectionAccess.audit(shell)
                ? audit.entries("payment:" + id, null, null).items()
                : List.of();
        PaymentView view = new PaymentView(
                payment,
                payments.atProvider(id, caller),
                history,
                payments.unexpectedMessages(id, caller),
                fraud.assessment(id).orElse(null),
                lines,
                alerts,
                audited,
                names.of(people(payment, history, audited)));
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("message", payments.messages(List.of(payment), caller).get(id));
        model.put(
                "request",
                requests.of(id, caller).map(request -> request.beside(payment)).orElse(null));
        model.put("own", caller.is(payment.buyer()) && !caller.is(payment.seller()));
        model.put("owners", books.owners(lines));
        model.put("booking", books.booking(payment, form));
        model.put("form", form);
        return shell.page("dash/payment", model);
    }

    private static List<AccountId> people(
            Payment payment, Page<PaymentHistoryEntry> history, List<AuditEntry> audited) {
        Stream<@Nullable AccountId> movers = history.items().stream()
                .map(PaymentHistoryEntry::mover)
                .filter(Objects::nonNull)
                .map(Mover::account);
        Stream<@Nullable AccountId> actors = audited.stream().map(AuditEntry::actor);
        return Stream.concat(Stream.of(payment.buyer(), payment.seller()), Stream.concat(movers, actors))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
