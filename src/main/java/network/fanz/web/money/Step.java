package network.fanz.web.money;

import java.util.List;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentState;

/**
 * A step of a payment as the buyer sees it.
 *
 * @param done whether it lies behind
 * @param current whether it is the one that is waited for
 */
public record Step(String text, boolean done, boolean current) {
    private static final List<String> TEXTS =
            List.of("Checked", "Card entered", "Bank has answered", "Booked for the creator");

    static List<Step> of(Payment payment) {
        int done = done(payment.state());
        return java.util.stream.IntStream.range(0, TEXTS.size())
                .mapToObj(index -> new Step(TEXTS.get(index), index < done, index == done))
                .toList();
    }

    private static int done(PaymentState state) {
        return switch (state) {
            case CREATED -> 0;
            case AUTHORISING -> 1;
            case UNKNOWN -> 2;
            case AUTHORISED, POSTED -> 3;
            case SETTLED, REFUNDING, REFUNDED, REFUND_REFUSED, DECLINED -> TEXTS.size();
        };
    }
}
