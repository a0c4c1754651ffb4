package network.fanz.web.show;

import static network.fanz.common.Language.say;

import java.time.Instant;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequestState;

/** Requests for refunds in words: one sentence for each state and reader. */
public final class RefundRequestText {
    private RefundRequestText() {}

    /** What the state is called in lists, such as {@code With the creator}. */
    public static String state(RefundRequestState state) {
        return switch (state) {
            case WITH_CREATOR -> say("With the creator");
            case WITH_FINANCE -> say("With finance");
            case GIVING_BACK -> say("Going back");
            case GIVEN_BACK -> say("Given back");
            case DECLINED -> say("Declined");
            case WITHDRAWN -> say("Withdrawn");
            case TAKEN_BACK -> say("Taken back by the bank");
            case NOT_POSSIBLE -> say("Refused by the bank");
        };
    }

    public static String tone(RefundRequestState state) {
        return switch (state) {
            case WITH_CREATOR, WITH_FINANCE, GIVING_BACK -> "info";
            case GIVEN_BACK -> "ok";
            case DECLINED, NOT_POSSIBLE, TAKEN_BACK -> "warn";
            case WITHDRAWN -> "";
        };
    }

    /** To the fan. */
    public static String toBuyer(RefundRequest request, String creator) {
        return switch (request.state()) {
            case WITH_CREATOR ->
                say(
                        "{0} looks at it first, until {1}. Without an answer by then it goes on to the platform’s finance staff by itself.",
                        creator, due(request));
            case WITH_FINANCE ->
                say(
                        request.dueAt() == null
                                ? "The platform’s finance staff look at it now."
                                : "The platform’s finance staff look at it now, and mean to answer by {0}.",
                        due(request));
            case GIVING_BACK -> say("It was granted. The money is on its way back to your card.");
            case GIVEN_BACK -> say("The money has gone back to your card.");
            case DECLINED -> say("The platform’s finance staff have declined it.");
            case WITHDRAWN -> say("You have withdrawn it.");
            case TAKEN_BACK -> say("It has ended: your bank or the payment provider takes the money back itself.");
            case NOT_POSSIBLE -> say("It has ended: the bank has refused to take this payment back.");
        };
    }

    /** To the creator. */
    public static String toCreator(RefundRequest request) {
        return switch (request.state()) {
            case WITH_CREATOR ->
                say(
                        "Give it back, or say why not, until {0}. After that the platform’s finance staff decide.",
                        due(request));
            case WITH_FINANCE -> say("The platform’s finance staff decide now. You can still give it back yourself.");
            case GIVING_BACK -> say("The money is on its way back.");
            case GIVEN_BACK -> say("The money has gone back.");
            case DECLINED -> say("The platform’s finance staff have declined it. The money stays with you.");
            case WITHDRAWN -> say("It was withdrawn. The money stays with you.");
            case TAKEN_BACK -> say("It has ended: the bank or the payment provider takes the money back itself.");
            case NOT_POSSIBLE -> say("It has ended: the bank has refused to take this payment back.");
        };
    }

    /** To finance staff. */
    public static String toFinance(RefundRequest request) {
        return switch (request.state()) {
            case WITH_CREATOR ->
                say("The creator has until {0} to answer. Then it comes to you by itself.", due(request));
            case WITH_FINANCE ->
                say(
                        request.dueAt() == null ? "It waits for you." : "It waits for you, to be answered by {0}.",
                        due(request));
            case GIVING_BACK -> say("The refund is under way.");
            case GIVEN_BACK -> say("The money has gone back.");
            case DECLINED -> say("It was declined.");
            case WITHDRAWN -> say("The fan has withdrawn it.");
            case TAKEN_BACK -> say("It has ended: the bank or the payment provider takes the money back itself.");
            case NOT_POSSIBLE -> say("It has ended: the bank has refused to take this payment back.");
        };
    }

    /** Whether whoever has it should have answered. */
    public static boolean isLate(RefundRequest request, Instant now) {
        Instant due = request.dueAt();
        return due != null && due.isBefore(now);
    }

    private static String due(RefundRequest request) {
        Instant due = request.dueAt();
        return due == null ? "" : Format.moment(due);
    }
}
