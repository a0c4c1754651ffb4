package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import network.fanz.common.Sentence;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.events.RefundRequestMoved;

/**
 * What the letters on requests for refunds say. What anybody wrote stands on the payment's page alone; that money went back has a letter
 * of its own.
 *
 * @param descriptor what the bank statement says
 */
record RequestLetters(String descriptor) {
    private static final Map<RefundRequestState, Sentence> TO_THE_BUYER = Map.of(
            RefundRequestState.WITH_CREATOR,
            Sentence.of(
                    "You have asked for this payment to be given back. Whoever was paid looks at it first, and then, if need be, our finance staff."),
            RefundRequestState.WITH_FINANCE,
            Sentence.of("Your request to be given this payment back is with our finance staff now."),
            RefundRequestState.DECLINED,
            Sentence.of(
                    "Our finance staff have declined your request to be given this payment back. Their reason stands on the payment’s page."),
            RefundRequestState.TAKEN_BACK,
            Sentence.of(
                    "Your bank or the payment provider takes the money of this payment back itself, so your request has ended."),
            RefundRequestState.NOT_POSSIBLE,
            Sentence.of("The bank has refused to take this payment back, so your request has ended without a refund."));

    /** States of which the buyer hears once a kind. */
    static final Set<RefundRequestState> TOLD = TO_THE_BUYER.keySet();

    static LetterKind kind(RefundRequestState state) {
        return switch (state) {
            case WITH_CREATOR -> LetterKind.ASKED_BACK;
            case WITH_FINANCE -> LetterKind.WITH_FINANCE;
            case GIVING_BACK, GIVEN_BACK, DECLINED, WITHDRAWN, TAKEN_BACK, NOT_POSSIBLE -> LetterKind.REQUEST_ENDED;
        };
    }

    Letter toBuyer(RefundRequestMoved moved, RefundRequestState state, String link) {
        return letter(
                say("{0}: your request about {1}", descriptor, moved.price().grouped()),
                Objects.requireNonNull(TO_THE_BUYER.get(state)).said(),
                moved,
                link);
    }

    /** @param fan the fan's public name, as {@link Quoted#name} gives it */
    Letter toCreator(RefundRequestMoved moved, String fan, String link) {
        return letter(
                say("{0}: {1} asked back", descriptor, moved.price().grouped()),
                say(
                        "{0} asks to be given a payment to you back, and has written why. Give it back, or say why not:"
                                + " the payment’s page says until when. After that our finance staff decide.",
                        fan),
                moved,
                link);
    }

    /** In ids alone. */
    Letter toFinance(RefundRequestMoved moved, String link) {
        return letter(
                say("{0}: a request for a refund waits", descriptor),
                say(
                        "A fan asks for a payment back, and the creator has declined, has not answered, cannot answer any more, or could not give it back. It waits for you."),
                moved,
                link);
    }

    private static Letter letter(String subject, String text, RefundRequestMoved moved, String link) {
        return new Letter(subject, say("""
                {0}

                Amount          {1}
                Payment number  {2}

                Look at it:
                {3}
                """, text, moved.price().grouped(), moved.payment(), link));
    }
}
