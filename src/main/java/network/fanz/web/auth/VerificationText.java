package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import network.fanz.common.Sentence;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.VerificationStanding.NextCheck;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * How a creator stands by the check of their identity, in words.
 *
 * @param chip one or two words
 * @param tone of the chip
 * @param text what it means
 * @param next what can be done; null where nothing can
 * @param button what the button says that begins a check; null without one
 */
public record VerificationText(
        String chip,
        String tone,
        String text,
        @Nullable String next,
        @Nullable String button) {
    private static final String TOO_OFTEN =
            "You have tried too often of late. You can try again when 30 days have passed since the first of these tries.";

    static VerificationText of(VerificationStanding standing) {
        Verification verified = standing.verified();
        Verification open = standing.open();
        if (verified != null && verified.document() != null) {
            return verified(
                    standing,
                    say(
                            "Your document is good until {0}.",
                            Format.day(verified.document().expires())));
        }
        return open != null ? open(open) : ended(standing);
    }

    private static VerificationText verified(VerificationStanding standing, String text) {
        Verification open = standing.open();
        if (open != null) {
            return new VerificationText(
                    say("Verified"), "ok", text, say("The check of your next document is under way."), null);
        }
        Verification last = standing.last();
        String refused = last != null && last.state() == VerificationState.REFUSED
                ? say("The check of your next document ended with a no, because {0}.", refusal(last.reason()))
                : null;
        return switch (standing.next()) {
            case MAY_BEGIN ->
                new VerificationText(
                        say("Verified"),
                        "warn",
                        text,
                        refused == null
                                ? say("It ends soon. Show your next document now; you stay verified meanwhile.")
                                : refused,
                        say("Show the next document"));
            case LATER ->
                new VerificationText(say("Verified"), "warn", text, refused == null ? say(TOO_OFTEN) : refused, null);
            case UNDER_WAY, NOT_NEEDED, STAFF_DECIDE ->
                new VerificationText(say("Verified"), "ok", text, refused, null);
        };
    }

    private static VerificationText open(Verification open) {
        return switch (open.state()) {
            case IN_DOUBT ->
                new VerificationText(
                        say("Being looked at"),
                        "info",
                        say("Somebody at the provider looks at it, which can take days."),
                        say("You need not do anything. This page says what they found."),
                        null);
            case NONE, STARTED, VERIFIED, REFUSED, LAPSED, EXPIRED, REPLACED, WITHDRAWN ->
                new VerificationText(
                        say("Begun"),
                        "warn",
                        say("The provider has not told us who you are yet."),
                        open.page() == null
                                ? say("The provider has not given us its page yet. Ask for it once more.")
                                : say(
                                        "If you have just been on its page, the answer is on its way. If not, go on there."),
                        open.page() == null ? say("Ask once more") : null);
        };
    }

    private static VerificationText ended(VerificationStanding standing) {
        Verification last = standing.last();
        if (last == null) {
            return new VerificationText(
                    say("To do"),
                    "warn",
                    say(
                            "A provider looks at your document and at you, on a page of its own. Have a passport, an identity card or a driving licence at hand."),
                    null,
                    say("Begin"));
        }
        return switch (standing.state()) {
            case REFUSED ->
                ended(standing, say("Refused"), say("The check ended with a no, because {0}.", refusal(last.reason())));
            case WITHDRAWN ->
                ended(
                        standing,
                        say("Taken away"),
                        say(
                                "Whoever runs this site has taken the check of your identity away, because {0}.",
                                withdrawal(last.reason())));
            case EXPIRED ->
                ended(
                        standing,
                        say("Expired"),
                        say("The last day of your document is over. What you have uploaded stays."));
            case NONE, STARTED, IN_DOUBT, VERIFIED, LAPSED, REPLACED ->
                ended(
                        standing,
                        say("Not finished"),
                        say(
                                "no_answer".equals(last.reason())
                                        ? "The provider has given no answer in time."
                                        : "The provider’s page was not used in time."));
        };
    }

    private static VerificationText ended(VerificationStanding standing, String chip, String text) {
        String next = switch (standing.next()) {
            case MAY_BEGIN -> say("You can begin another check.");
            case LATER -> say(TOO_OFTEN);
            case STAFF_DECIDE -> say("Only whoever runs this site can let you begin another check. Write to them.");
            case UNDER_WAY, NOT_NEEDED -> null;
        };
        return new VerificationText(
                chip, "bad", text, next, standing.next() == NextCheck.MAY_BEGIN ? say("Begin another") : null);
    }

    private static String refusal(@Nullable String code) {
        return Sentence.of(Arrays.stream(VerificationRefusal.values())
                        .filter(reason -> reason.code().equals(code))
                        .findFirst()
                        .orElse(VerificationRefusal.OTHER)
                        .words())
                .said();
    }

    private static String withdrawal(@Nullable String code) {
        return Sentence.of(Arrays.stream(WithdrawalReason.values())
                        .filter(reason -> reason.code().equals(code))
                        .findFirst()
                        .orElse(WithdrawalReason.MISTAKEN)
                        .words())
                .said();
    }
}
