package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.finance.ledger.HandPostingsAbout;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.TakenBack;
import network.fanz.security.identity.Identity;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What people have proposed by hand about a payment whose money went back without us.
 *
 * @param postings the newest first
 * @param booked the one that is in the books, and was not taken back; null if there is none
 * @param waiting the one that waits for a second person, or for the ledger; null if there is none
 * @param form with what was typed, or with all that was taken
 */
public record PaymentBooking(
        List<HandPosting> postings,
        @Nullable HandPosting booked,
        @Nullable HandPosting waiting,
        Form form,
        StaffNames names) {
    static PaymentBooking of(Payment payment, HandPostingsAbout about, Identity identity, Form form) {
        List<HandPosting> postings = about.of(payment.id());
        return new PaymentBooking(
                postings,
                about.isBooked(payment.id()) ? recorded(postings) : null,
                postings.stream().filter(PaymentBooking::waits).findFirst().orElse(null),
                filled(payment, form),
                StaffNames.of(
                        identity,
                        postings.stream()
                                .flatMap(one -> Stream.of(one.proposedBy(), one.decidedBy()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    /** Whether it is for the reader to book it: nobody has, and nothing waits. */
    public boolean asked(Payment payment) {
        return TakenBackWords.bookable(payment) && booked == null && waiting == null;
    }

    private static boolean waits(HandPosting posting) {
        return posting.kind() == PostingKind.POST
                && (posting.state() == HandPostingState.PROPOSED || posting.state() == HandPostingState.APPROVED);
    }

    private static @Nullable HandPosting recorded(List<HandPosting> postings) {
        List<HandPosting> recorded = postings.stream()
                .filter(one -> one.state() == HandPostingState.RECORDED)
                .toList();
        return recorded.stream()
                .filter(one -> one.kind() == PostingKind.POST
                        && recorded.stream().noneMatch(back -> one.posting().equals(back.refersTo())))
                .findFirst()
                .orElse(null);
    }

    private static Form filled(Payment payment, Form form) {
        Map<String, String> values = new HashMap<>();
        values.put("share", payment.share().typed());
        values.put("fee", payment.fee().typed());
        if (payment.takenBack() != null) {
            values.put("reason", reason(payment.takenBack(), payment));
        }
        values.putAll(form.values());
        return new Form(values, form.refusal());
    }

    private static String reason(TakenBack how, Payment payment) {
        return switch (how) {
            case DISPUTED -> say("The buyer’s bank took payment {0} back", payment.id());
            case PAID_BACK -> say("The provider paid payment {0} back to the buyer", payment.id());
        };
    }
}
