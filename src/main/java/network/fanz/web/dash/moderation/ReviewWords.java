package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import java.util.LinkedHashMap;
import java.util.Map;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.ModerationPolicy;
import network.fanz.content.moderation.PolicyClause;
import network.fanz.content.moderation.PolicyVersion.PolicyState;
import network.fanz.content.moderation.ReviewDecision;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.Reviews;

/** What waits for a person, in words. */
public final class ReviewWords {
    private ReviewWords() {}

    public static String of(ReviewSeverity severity) {
        return switch (severity) {
            case URGENT -> say("Urgent");
            case HIGH -> say("High");
            case NORMAL -> say("Normal");
            case LOW -> say("Low");
        };
    }

    public static String tone(ReviewSeverity severity) {
        return switch (severity) {
            case URGENT -> "bad";
            case HIGH -> "warn";
            case NORMAL -> "info";
            case LOW -> "";
        };
    }

    public static String of(ReviewReason reason) {
        return switch (reason) {
            case BEFORE_PUBLICATION -> say("Before it is published");
            case SHOWS_TOO_LITTLE -> say("Software cannot tell it from others");
            case LOOKS_KNOWN -> say("A bank of hashes names it");
            case REPORTED -> say("People have reported it");
        };
    }

    /** Where another release of the same file stands. */
    public static String of(ReleaseState state) {
        return switch (state) {
            case PUBLISHED -> say("Published");
            case REJECTED -> say("Not accepted");
            case WITHDRAWN -> say("Taken back");
            default -> say("Not decided");
        };
    }

    public static String of(DecisionKind kind) {
        return switch (kind) {
            case APPROVE -> say("Approved");
            case REJECT -> say("Rejected");
            case ESCALATE -> say("Handed to somebody else");
        };
    }

    public static String tone(DecisionKind kind) {
        return switch (kind) {
            case APPROVE -> "ok";
            case REJECT -> "bad";
            case ESCALATE -> "warn";
        };
    }

    /** Where a decision stands. */
    public static String standing(ReviewDecision decision) {
        if (decision.undoneAt() != null) {
            return say("Undone");
        }
        return decision.kind() == DecisionKind.ESCALATE || decision.effectedAt() != null
                ? say("In effect")
                : say("Takes effect soon");
    }

    public static String of(PolicyState state) {
        return switch (state) {
            case DRAFT -> say("Draft");
            case LIVE -> say("In force");
            case PAST -> say("Replaced");
        };
    }

    /** How many, as far as it is counted. */
    public static String count(int counted) {
        return counted < Reviews.COUNTED_MAX ? Integer.toString(counted) : say("{0} or more", Reviews.COUNTED_MAX);
    }

    /** A clause's title; its code where the policy has no such clause any more. */
    public static String clause(ModerationPolicy policy, String code) {
        return policy.clause(code)
                .map(clause -> PolicyClause.said(clause.title()))
                .orElse(code);
    }

    public static String said(Map<String, String> words) {
        return PolicyClause.said(words);
    }

    /** Clauses as a field's choices. */
    public static Map<String, String> clauses(ModerationPolicy policy) {
        Map<String, String> choices = new LinkedHashMap<>();
        policy.clauses().forEach(clause -> choices.put(clause.code(), PolicyClause.said(clause.title())));
        return choices;
    }
}
