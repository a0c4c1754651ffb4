package network.fanz.web.money;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Page;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.Payments;
import network.fanz.web.show.Csv;
import network.fanz.web.show.PaymentText;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;

/** What a buyer has paid or tried to, as a file: one row a payment, newest first and whole, and behind each month its total. */
final class PaymentsCsv {
    private static final int PAGE = 500;

    private final Csv csv;
    private @Nullable YearMonth month;
    private @Nullable Money total;

    private PaymentsCsv(Csv csv) {
        this.csv = csv;
    }

    static void write(
            Payments payments,
            PublicNames names,
            AccountId owner,
            StatementMonth statementMonth,
            HttpServletResponse response)
            throws IOException {
        // The first page is read before anything is sent, so a refusal is still an answer of its own.
        Page<Payment> first = payments.paymentsOf(owner, statementMonth.period(), null, PAGE);
        Csv.send(
                response,
                "fanz-payments" + (statementMonth.value().isEmpty() ? "" : "-" + statementMonth.value()) + ".csv",
                csv -> {
                    PaymentsCsv file = new PaymentsCsv(csv);
                    Page<Payment> page = first;
                    file.rows(page, names);
                    while (page.next() != null) {
                        page = payments.paymentsOf(owner, statementMonth.period(), page.next(), PAGE);
                        file.rows(page, names);
                    }
                    file.endMonth();
                },
                "row",
                "payment",
                "begun",
                "what",
                "state",
                "asset",
                "price",
                "paid",
                "given back");
    }

    private void rows(Page<Payment> page, PublicNames names) {
        Map<AccountId, String> creators =
                names.of(page.items().stream().map(Payment::seller).toList());
        for (Payment payment : page.items()) {
            YearMonth begun = YearMonth.from(payment.createdAt().atZone(ZoneOffset.UTC));
            if (!begun.equals(month)) {
                endMonth();
                month = begun;
            }
            Money paid = paid(payment);
            total = total == null ? paid : total.plus(paid);
            csv.row(
                    "payment",
                    payment.id(),
                    payment.createdAt(),
                    PaymentText.to(payment, creators.getOrDefault(payment.seller(), "")),
                    PaymentText.state(payment),
                    payment.price().asset().code(),
                    payment.price().decimal(),
                    paid.decimal(),
                    payment.refundedAt() == null ? "" : payment.refundedAt());
        }
    }

    /** What was taken and has not come back. */
    private static Money paid(Payment payment) {
        return payment.settledAt() != null && payment.refundedAt() == null
                ? payment.price()
                : Money.zero(payment.price().asset());
    }

    private void endMonth() {
        if (month != null && total != null) {
            csv.row(
                    "total",
                    "",
                    month,
                    "All payments of " + StatementMonth.text(month),
                    "",
                    total.asset().code(),
                    "",
                    total.decimal(),
                    "");
        }
        total = null;
    }
}
