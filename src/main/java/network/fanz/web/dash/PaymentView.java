package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentAtProvider;
import network.fanz.finance.payments.PaymentHistoryEntry;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.UnexpectedMessage;
import network.fanz.security.audit.AuditEntry;
import network.fanz.security.fraud.RiskAssessment;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.show.PaymentText;
import org.jspecify.annotations.Nullable;

/**
 * One payment's page. Of a payment that its buyer did not finish nothing here says that it was declined: nobody has said no.
 *
 * @param risk null where it was not assessed
 * @param lines what the ledger has of it, a stretch
 * @param alerts those about it; none for readers who may not see alerts
 * @param audited the newest entries of the audit log about it; none for readers who may not see that
 * @param names of everybody on the page
 */
public record PaymentView(
        Payment payment,
        PaymentAtProvider provider,
        Page<PaymentHistoryEntry> history,
        List<UnexpectedMessage> messages,
        @Nullable RiskAssessment risk,
        Page<JournalLine> lines,
        List<SecurityAlert> alerts,
        List<AuditEntry> audited,
        Map<AccountId, String> names) {
    /** A payment's state for staff, such as {@code Settled}. */
    public static String state(Payment payment) {
        return payment.abandoned() ? say("Abandoned") : EnumLabels.of(payment.state());
    }

    /** Such as {@code Posted → Settled}. */
    public String change(PaymentHistoryEntry entry) {
        return (entry.from() == null ? say("Begun") : EnumLabels.of(entry.from())) + " → " + reached(entry);
    }

    /** The same in words, such as {@code Paid}. */
    public String words(PaymentHistoryEntry entry) {
        if (entry.from() == PaymentState.REFUNDING && entry.to() == PaymentState.SETTLED) {
            return say("Refund refused");
        }
        return endsAbandoned(entry) ? say("Not finished") : PaymentText.state(entry.to());
    }

    private String reached(PaymentHistoryEntry entry) {
        return endsAbandoned(entry) ? say("Abandoned") : EnumLabels.of(entry.to());
    }

    private boolean endsAbandoned(PaymentHistoryEntry entry) {
        return entry.to() == PaymentState.DECLINED && payment.abandoned();
    }

    /** Whether nothing was taken, and nothing will be. */
    public boolean untaken() {
        return payment.state() == PaymentState.DECLINED;
    }

    /** What somebody who moved the payment is to it. */
    public String part(AccountId mover) {
        if (mover.equals(payment.buyer())) {
            return say("the buyer");
        }
        return say(mover.equals(payment.seller()) ? "the creator" : "staff");
    }

    /** Such as {@code 72 of 100, high: declined}. */
    public static String verdict(RiskAssessment risk) {
        return say(
                risk.refusal() == null ? "{0} of 100, {1}: let through" : "{0} of 100, {1}: declined",
                risk.score(),
                say(risk.riskLevel().toString()));
    }
}
