package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.TakenBack;

/** What finance staff read of money that goes back to a buyer without us. */
public final class TakenBackWords {
    private TakenBackWords() {}

    public static String title(TakenBack how) {
        return switch (how) {
            case DISPUTED -> say("Disputed");
            case PAID_BACK -> say("Paid back by the provider");
        };
    }

    /** Whether its money stands in the books as if nothing had gone back: then it is for people to book it. */
    public static boolean bookable(Payment payment) {
        return payment.takenBack() != null
                && switch (payment.state()) {
                    case SETTLED, REFUND_REFUSED -> true;
                    case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, REFUNDING, REFUNDED, DECLINED -> false;
                };
    }
}
