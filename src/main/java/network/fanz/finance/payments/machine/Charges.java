package network.fanz.finance.payments.machine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.methods.Methods;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps that take money. From the provider's yes to SETTLED it costs: the hold, the capture, the final posting, and then one commit
 * with every move, the event and the outcome for fraud. Whoever dies before that commit leaves a payment that has not moved, and the
 * steps are the same when they are done again: ledger and provider know them by their ids.
 */
@Component
class Charges {
    private final Moves moves;
    private final Postings postings;
    private final Providers providers;
    private final Methods methods;
    private final PaymentsSettings settings;
    private final Clock clock;

    Charges(
            Moves moves,
            Postings postings,
            Providers providers,
            Methods methods,
            PaymentsSettings settings,
            Clock clock) {
        this.moves = moves;
        this.postings = postings;
        this.providers = providers;
        this.methods = methods;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a checkout at the provider, or finds the one that the payment has. Where the provider could not be reached until it was too
     * late, the buyer has given up long ago: then no saved card is charged any more, and what there is comes to an end.
     */
    PaymentRow open(PaymentRow payment) {
        boolean late = isLate(payment);
        Checkout checkout = provider(payment)
                .createCheckout(new CheckoutRequest(
                        payment.id(),
                        payment.price(),
                        settings.descriptor(),
                        "/checkout/" + payment.id() + "?back",
                        late ? null : token(payment)));
        PaymentRow opened = moves.moved(payment, Move.opened(checkout.session(), checkout.url(), moves.soon()));
        Status status = late ? provider(payment).cancel(checkout.session()) : checkout.status();
        return decide(opened, status).orElse(opened);
    }

    /** What the provider says of a payment that nothing has been heard of; a checkout that was left open too long is ended. */
    Status ask(PaymentRow payment) {
        return isLate(payment) && payment.state() == PaymentState.AUTHORISING
                ? provider(payment).cancel(payment.openSession())
                : provider(payment).status(payment.openSession());
    }

    /** What follows from the provider's word; empty if nothing does. */
    Optional<PaymentRow> decide(PaymentRow payment, Status news) {
        return switch (news.progress()) {
            case OPEN -> Optional.empty();
            case UNKNOWN ->
                payment.state() == PaymentState.UNKNOWN ? Optional.empty() : Optional.of(silent(payment, news));
            case AUTHORISED, CAPTURED -> Optional.of(take(payment, news));
            case DECLINED -> Optional.of(released(payment, DeclineReason.of(news.refusal())));
            case CANCELLED -> Optional.of(released(payment, DeclineReason.ABANDONED));
            case REFUNDED -> Optional.of(givenBack(payment));
            case REFUND_REFUSED ->
                throw new IllegalStateException("Payment " + payment.id() + " was given back before it was posted");
        };
    }

    /** Captures what the provider has set aside, after a node died or the provider did not answer. */
    PaymentRow capture(PaymentRow authorised) {
        return captured(authorised, null, providerCaptures(authorised));
    }

    /** For whoever was overtaken: a hold that they placed while another node declined the payment would stay for ever. */
    void leaveNothingHeld(PaymentRow payment) {
        if (payment.state() == PaymentState.DECLINED) {
            postings.releaseLate(payment);
        }
    }

    /** A last look at a declined payment: whoever placed a hold while another node declined it may have died before giving it back. */
    PaymentRow sweep(PaymentRow declined) {
        postings.releaseSwept(declined);
        moves.rest(declined);
        return declined;
    }

    /** Places the hold before it says so: a hold without the state is found again, a state without its hold would not be. */
    private PaymentRow silent(PaymentRow payment, Status news) {
        return postings.hold(payment) instanceof Outcome.Rejected refused
                ? notBookable(payment, refused)
                : moves.moved(
                        payment, List.of(Move.to(PaymentState.UNKNOWN, moves.soon())), after -> keepCard(after, news));
    }

    private PaymentRow take(PaymentRow payment, Status news) {
        if (postings.hold(payment) instanceof Outcome.Rejected refused) {
            return notBookable(payment, refused);
        }
        Status status;
        try {
            status = providerCaptures(payment);
        } catch (RuntimeException noAnswer) {
            moves.moved(payment, List.of(authorised()), after -> keepCard(after, news));
            throw noAnswer;
        }
        return captured(payment, news, status);
    }

    /** @param news what the provider said of a payment that is not yet AUTHORISED; null if it is */
    private PaymentRow captured(PaymentRow payment, @Nullable Status news, Status status) {
        Move[] before = news == null ? new Move[0] : new Move[] {authorised()};
        return switch (status.progress()) {
            case CAPTURED -> settled(payment, news, before);
            case DECLINED, CANCELLED -> {
                postings.release(payment);
                yield moves.declined(payment, DeclineReason.AUTHORISATION_LAPSED, before);
            }
            case OPEN, UNKNOWN, AUTHORISED, REFUNDED, REFUND_REFUSED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its capture");
        };
    }

    private PaymentRow settled(PaymentRow payment, @Nullable Status news, Move... before) {
        List<Move> path = new ArrayList<>(List.of(before));
        path.add(Move.posted(posted(payment).postedAt()));
        path.add(Move.to(PaymentState.SETTLED, null));
        return moves.moved(payment, path, after -> {
            moves.tellSettled(after);
            keepCard(after, news);
        });
    }

    private PaymentRow released(PaymentRow payment, DeclineReason reason) {
        // Also where no hold is known of: whoever placed one may have died before saying so.
        postings.release(payment);
        return moves.declined(payment, reason);
    }

    /** The books have no place for it, so nothing may be taken: what is set aside is let go, what was taken goes back. */
    private PaymentRow notBookable(PaymentRow payment, Outcome.Rejected refused) {
        Progress progress = provider(payment).cancel(payment.openSession()).progress();
        if (progress == Progress.CAPTURED) {
            progress = provider(payment)
                    .refund(payment.openSession(), Postings.refundId(payment), payment.price())
                    .progress();
        }
        return switch (progress) {
            case CANCELLED, DECLINED, REFUNDED -> moves.declined(payment, DeclineReason.NOT_BOOKABLE);
            case OPEN, UNKNOWN, AUTHORISED -> throw notBookable(payment, progress);
            case CAPTURED, REFUND_REFUSED -> {
                moves.tellPostingRefused(payment, "hold", refused);
                throw notBookable(payment, progress);
            }
        };
    }

    private static IllegalStateException notBookable(PaymentRow payment, Progress progress) {
        return new IllegalStateException(
                "Payment " + payment.id() + " cannot be booked, and is " + progress + " at its provider");
    }

    /** Whoever paid it back, because it could not be booked, has died before saying so; what was posted is no such payment. */
    private PaymentRow givenBack(PaymentRow payment) {
        if (postings.release(payment) instanceof Outcome.Rejected refused
                && refused.reason() == Outcome.Reason.PENDING_ALREADY_POSTED) {
            throw new IllegalStateException("Payment " + payment.id() + " was given back at its provider alone");
        }
        return moves.declined(payment, DeclineReason.NOT_BOOKABLE);
    }

    private Status providerCaptures(PaymentRow payment) {
        return provider(payment).capture(payment.openSession(), payment.price());
    }

    private void keepCard(PaymentRow payment, @Nullable Status news) {
        Status.SavedCard card = news == null ? null : news.card();
        if (card != null) {
            methods.keep(payment.buyer(), payment.provider(), card, payment.createdAt());
        }
    }

    private Move authorised() {
        return Move.to(PaymentState.AUTHORISED, moves.soon());
    }

    private PaymentProvider provider(PaymentRow payment) {
        return providers.named(payment.provider());
    }

    private boolean isLate(PaymentRow payment) {
        return payment.createdAt().plus(settings.checkoutTime()).isBefore(clock.instant());
    }

    private @Nullable String token(PaymentRow payment) {
        return payment.method() == null ? null : methods.token(payment.buyer(), payment.method());
    }

    /** The money is taken, so it must be booked. */
    private Outcome.Accepted posted(PaymentRow payment) {
        return switch (postings.post(payment)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected -> {
                moves.tellPostingRefused(payment, "post", rejected);
                throw new IllegalStateException("The ledger refused what it had held: " + rejected);
            }
        };
    }
}
