package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Map;
import java.util.regex.Pattern;
import network.fanz.common.Language;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.SecurityAlert;
import org.jspecify.annotations.Nullable;

/** What the codes of rules, steps and changes are called on pages. */
public final class AlertWords {
    private static final String REPORTED = "reported:";
    private static final Pattern STILL_REFUSED = Pattern.compile("are refused until ([0-9TZ:.-]+)$");
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("brute_force", "Failed sign-ins from one address"),
            Map.entry("related_events", "Several suspicious events that belong together"),
            Map.entry("critical_event", "A critical event"),
            Map.entry("payment_fraud", "A payment declined by the rules against fraud"),
            Map.entry("card_testing", "Many refused cards from one address"),
            Map.entry("posting_refused", "The ledger refused what a provider has taken"),
            Map.entry("provider_message", "A provider says what does not fit a payment"),
            Map.entry("taken_back", "The money of a payment goes back without us"),
            Map.entry("amount_differs", "A provider has another amount than the payment"),
            Map.entry("payment_overdue", "A payment has waited too long"),
            Map.entry("identity_message", "A provider says what does not fit a check of identity"),
            Map.entry("performer_under_age", "Somebody too young was said to be in works"),
            Map.entry("child_safety_bank", "A bank of hashes for child safety was switched off, or lost a hash"),
            Map.entry("verification_overdue", "A check of identity has waited too long"));

    private AlertWords() {}

    /** What raised the alert. A rule without words of its own is shown by its name. */
    public static String rule(String rule) {
        if (!rule.startsWith(REPORTED)) {
            return say(RULES.getOrDefault(rule, EnumLabels.english(rule)));
        }
        String words = RULES.get(rule.substring(REPORTED.length()));
        return words == null
                ? say("Reported by another system")
                : say("Reported by another system: {0}", say(words.toLowerCase(java.util.Locale.ROOT)));
    }

    /** What our rules have found in the reader's language; what another system reports, as that has written it. */
    public static String title(SecurityAlert alert) {
        return reported(alert) ? alert.title() : say(alert.title());
    }

    /** What was found. Older alerts say in the present what was so when they were raised. */
    public static String description(SecurityAlert alert) {
        return reported(alert)
                ? alert.description()
                : say(alert.description()
                        .replace(
                                "The address is refused; no account is locked.",
                                "The address was refused for a while; no account was locked."));
    }

    /** For the attribute {@code lang} of a description. */
    public static @Nullable String tag(SecurityAlert alert) {
        return reported(alert) ? null : Language.tagOf(description(alert));
    }

    /** For the attribute {@code translate} of title and description. */
    public static @Nullable String translate(SecurityAlert alert) {
        return reported(alert) ? "no" : null;
    }

    private static boolean reported(SecurityAlert alert) {
        return alert.rule().startsWith(REPORTED);
    }

    /** A step that the program has taken; a repeated one has a number. */
    public static String step(AlertHistory.PlaybookStep step) {
        return EnumLabels.of(step.step().replaceFirst("_[0-9]+$", ""));
    }

    /** What came of it. Older alerts say in the present what was so when the step was taken. */
    public static String result(AlertHistory.PlaybookStep step) {
        return say(STILL_REFUSED.matcher(step.result()).replaceFirst("were refused, until $1 at the latest"));
    }

    public static String change(AlertHistory.AlertHistoryEntry change) {
        return switch (change.what()) {
            case "REOPENED" -> say("Opened again");
            case "WORSENED" -> say("Made more severe");
            case "ACKNOWLEDGED" -> say("Taken up");
            case "STEP_DONE" -> say("Step done");
            case "STEP_NOT_DONE" -> say("Step not done after all");
            default -> EnumLabels.of(change.what().toLowerCase(java.util.Locale.ROOT));
        };
    }

    public static String verdict(AlertVerdict verdict) {
        return switch (verdict) {
            case TRUE_POSITIVE -> say("it was a real threat");
            case FALSE_POSITIVE -> say("there was nothing");
            case EXPIRED -> say("by rule, because nothing more was seen and nobody had taken it up");
        };
    }
}
