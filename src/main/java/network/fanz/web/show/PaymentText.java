package network.fanz.web.show;

import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;

/** Payments in words. */
public final class PaymentText {
    private PaymentText() {}

    /** Such as {@code Tip to Ann}. */
    public static String to(Payment payment, String creator) {
        return kind(payment) + " to " + creator;
    }

    /** Such as {@code Tip from Bob}. */
    public static String from(Payment payment, String buyer) {
        return kind(payment) + " from " + buyer;
    }

    public static String kind(Payment payment) {
        return kind(payment.kind());
    }

    public static String kind(PaymentKind kind) {
        return kind == PaymentKind.PASS ? "Supporter pass" : "Tip";
    }

    /** The state of a payment; that nobody has said no to it is told apart from a no. */
    public static String state(Payment payment) {
        return payment.abandoned() ? "Not finished" : state(payment.state());
    }

    public static String tone(Payment payment) {
        return payment.abandoned() ? "" : tone(payment.state());
    }

    public static String state(PaymentState state) {
        return switch (state) {
            case CREATED -> "Begun";
            case AUTHORISING -> "Waits for the card";
            case UNKNOWN -> "Bank has not answered";
            case AUTHORISED, POSTED -> "Being booked";
            case SETTLED -> "Paid";
            case DECLINED -> "Declined";
            case REFUNDING -> "Going back";
            case REFUNDED -> "Given back";
            case REFUND_REFUSED -> "Paid, refund refused";
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
