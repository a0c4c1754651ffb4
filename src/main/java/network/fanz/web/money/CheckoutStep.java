package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentState;

/**
 * A step of a payment as the buyer sees it.
 *
 * @param done whether it lies behind
 * @param current whether it is the one that is waited for
 */
public record CheckoutStep(String text, boolean done, boolean current) {
    private static final List<String> TEXTS =
            List.of("Begun at the payment provider", "Card entered", "Bank has answered", "Booked for the creator");
    private static final String BACK = "Given back to your card";

    static List<CheckoutStep> of(Payment payment) {
        int done = done(payment);
        return Stream.concat(
                        IntStream.range(0, TEXTS.size())
                                .mapToObj(
                                        index -> new CheckoutStep(say(TEXTS.get(index)), index < done, index == done)),
                        back(payment.state()))
                .toList();
    }

    /** The way back, for those that go it. */
    private static Stream<CheckoutStep> back(PaymentState state) {
        return switch (state) {
            case REFUNDING -> Stream.of(new CheckoutStep(say(BACK), false, true));
            case REFUNDED -> Stream.of(new CheckoutStep(say(BACK), true, false));
            case CREATED, AUTHORISING, UNKNOWN, AUTHORISED, POSTED, SETTLED, REFUND_REFUSED, DECLINED -> Stream.empty();
        };
    }

    private static int done(Payment payment) {
        return switch (payment.state()) {
            case CREATED -> 0;
            // A saved card was entered before.
            case AUTHORISING -> payment.nextUrl() == null ? 2 : 1;
            case UNKNOWN -> 2;
            case AUTHORISED, POSTED -> 3;
            case SETTLED, REFUNDING, REFUNDED, REFUND_REFUSED, DECLINED -> TEXTS.size();
        };
    }
}
