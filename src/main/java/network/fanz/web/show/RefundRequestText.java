package network.fanz.web.show;

import java.time.Instant;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequestState;

/** Requests for refunds in words: one sentence for each state and reader. */
public final class RefundRequestText {
    private RefundRequestText() {}

    /** What the state is called in lists, such as {@code With the creator}. */
    public static String state(RefundRequestState state) {
        return switch (state) {
            case WITH_CREATOR -> "With the creator";
            case WITH_FINANCE -> "With finance";
            case GIVING_BACK -> "Going back";
            case GIVEN_BACK -> "Given back";
            case DECLINED -> "Declined";
            case WITHDRAWN -> "Withdrawn";
            case TAKEN_BACK -> "Taken back by the bank";
            case NOT_POSSIBLE -> "Refused by the bank";
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
                creator + " looks at it first, until " + due(request)
                        + ". Without an answer by then it goes on to the platform’s finance staff by itself.";
            case WITH_FINANCE ->
                "The platform’s finance staff look at it now"
                        + (request.dueAt() == null ? "." : ", and mean to answer by " + due(request) + ".");
            case GIVING_BACK -> "It was granted. The money is on its way back to your card.";
            case GIVEN_BACK -> "The money has gone back to your card.";
            case DECLINED -> "The platform’s finance staff have declined it.";
            case WITHDRAWN -> "You have withdrawn it.";
            case TAKEN_BACK -> "It has ended: your bank or the payment provider takes the money back itself.";
            case NOT_POSSIBLE -> "It has ended: the bank has refused to take this payment back.";
        };
    }

    /** To the creator. */
    public static String toCreator(RefundRequest request) {
        return switch (request.state()) {
            case WITH_CREATOR ->
                "Give it back, or say why not, until " + due(request)
                        + ". After that the platform’s finance staff decide.";
            case WITH_FINANCE -> "The platform’s finance staff decide now. You can still give it back yourself.";
            case GIVING_BACK -> "The money is on its way back.";
            case GIVEN_BACK -> "The money has gone back.";
            case DECLINED -> "The platform’s finance staff have declined it. The money stays with you.";
            case WITHDRAWN -> "It was withdrawn. The money stays with you.";
            case TAKEN_BACK -> "It has ended: the bank or the payment provider takes the money back itself.";
            case NOT_POSSIBLE -> "It has ended: the bank has refused to take this payment back.";
        };
    }

    /** To finance staff. */
    public static String toFinance(RefundRequest request) {
        return switch (request.state()) {
            case WITH_CREATOR ->
                "The creator has until " + due(request) + " to answer. Then it comes to you by itself.";
            case WITH_FINANCE ->
                "It waits for you" + (request.dueAt() == null ? "." : ", to be answered by " + due(request) + ".");
            case GIVING_BACK -> "The refund is under way.";
            case GIVEN_BACK -> "The money has gone back.";
            case DECLINED -> "It was declined.";
            case WITHDRAWN -> "The fan has withdrawn it.";
            case TAKEN_BACK -> "It has ended: the bank or the payment provider takes the money back itself.";
            case NOT_POSSIBLE -> "It has ended: the bank has refused to take this payment back.";
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
