package network.fanz.web.show;

import static network.fanz.common.Language.say;

import java.math.BigDecimal;
import java.util.Objects;
import network.fanz.common.Language;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;

/** Payments in words. */
public final class PaymentText {
    private PaymentText() {}

    /** Such as {@code Tip to Ann}. */
    public static String to(Payment payment, String creator) {
        return switch (payment.kind()) {
            case TIP -> say("Tip to {0}", creator);
            case PASS -> say("Supporter pass to {0}", creator);
            case PPV -> say("Single work, to {0}", creator);
        };
    }

    /** Such as {@code Tip from Bob}. */
    public static String from(Payment payment, String buyer) {
        return switch (payment.kind()) {
            case TIP -> say("Tip from {0}", buyer);
            case PASS -> say("Supporter pass from {0}", buyer);
            case PPV -> say("Single work, from {0}", buyer);
        };
    }

    public static String kind(PaymentKind kind) {
        return switch (kind) {
            case TIP -> say("Tip");
            case PASS -> say("Supporter pass");
            case PPV -> say("Single work");
        };
    }

    /** What the platform keeps of a price under a table, such as {@code 20 %} or {@code 7.25 %}. */
    public static String fee(FeeTable fees, PaymentKind kind) {
        return percent(Objects.requireNonNull(fees.basisPoints().get(kind)));
    }

    /** Of hundredths of a percent. */
    public static String percent(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return Language.number(percent, Math.max(percent.scale(), 0)) + " %";
    }

    /** The state of a payment; that nobody has said no to it is told apart from a no. */
    public static String state(Payment payment) {
        return payment.abandoned() ? say("Not finished") : state(payment.state());
    }

    public static String tone(Payment payment) {
        return payment.abandoned() ? "" : tone(payment.state());
    }

    public static String state(PaymentState state) {
        return switch (state) {
            case CREATED -> say("Begun");
            case AUTHORISING -> say("Waits for the card");
            case UNKNOWN -> say("Bank has not answered");
            case AUTHORISED, POSTED -> say("Being booked");
            case SETTLED -> say("Paid");
            case DECLINED -> say("Declined");
            case REFUNDING -> say("Going back");
            case REFUNDED -> say("Given back");
            case REFUND_REFUSED -> say("Paid, refund refused");
        };
    }

    /** Whether a refund has left postings in the books, or is about to. */
    public static boolean refundBegan(PaymentState state) {
        return switch (state) {
            case REFUNDING, REFUNDED, REFUND_REFUSED -> true;
            case CREATED, AUTHORISING, UNKNOWN, AUTHORISED, POSTED, SETTLED, DECLINED -> false;
        };
    }

    /** The class of a state's chip. */
    public static String tone(PaymentState state) {
        return switch (state) {
            case SETTLED -> "ok";
            case DECLINED -> "bad";
            case UNKNOWN, REFUND_REFUSED -> "warn";
            case CREATED, AUTHORISING, AUTHORISED, POSTED, REFUNDING, REFUNDED -> "info";
        };
    }
}
