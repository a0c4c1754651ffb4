package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.common.Sentence;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.WithdrawalReason;
import org.jspecify.annotations.Nullable;

/** What states of checks of identity, and why they ended, are called on pages of the staff. */
public final class VerificationWords {
    private VerificationWords() {}

    static final List<VerificationState> LISTED = Stream.of(VerificationState.values())
            .filter(state -> state != VerificationState.NONE)
            .toList();

    public static String of(VerificationState state) {
        return say(
                switch (state) {
                    case NONE -> "No check";
                    case STARTED -> "Waits for the creator";
                    case IN_DOUBT -> "Is looked at by the provider";
                    case VERIFIED -> "Verified";
                    case REFUSED -> "Refused";
                    case LAPSED -> "Not finished";
                    case EXPIRED -> "Document expired";
                    case REPLACED -> "Replaced by a newer check";
                    case WITHDRAWN -> "Withdrawn by staff";
                });
    }

    public static String tone(VerificationState state) {
        return switch (state) {
            case VERIFIED -> "ok";
            case IN_DOUBT, EXPIRED -> "warn";
            case REFUSED, WITHDRAWN -> "bad";
            case NONE, STARTED, LAPSED, REPLACED -> "info";
        };
    }

    /** Why a check ended; empty without a reason. */
    public static String reason(@Nullable String code) {
        if (code == null) {
            return "";
        }
        String words = Stream.concat(
                        Arrays.stream(VerificationRefusal.values())
                                .filter(one -> one.code().equals(code))
                                .map(VerificationRefusal::words),
                        Arrays.stream(WithdrawalReason.values())
                                .filter(one -> one.code().equals(code))
                                .map(WithdrawalReason::words))
                .findFirst()
                .orElseGet(() -> switch (code) {
                    case "no_answer" -> "the provider has given no answer";
                    default -> "the page was not used in time";
                });
        return Sentence.of(words).said();
    }
}
