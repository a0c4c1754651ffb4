package network.fanz.platform.settings;

import java.util.Map;
import java.util.Optional;

/** Settings of earlier versions, and what to use instead. Whoever takes one away or gives it another name adds a line. */
final class RemovedSettings {
    private static final String IN_THE_RULES =
            "is gone: the rules against fraud stand with their limits in fraud/rules.json";

    /** The end of a sentence that begins with the name that is gone. */
    static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("fanz.analytics.asset", "is gone: figures count fanz.currency.asset"),
            Map.entry("fanz.fraud.velocity-window", IN_THE_RULES),
            Map.entry("fanz.fraud.velocity-payments", IN_THE_RULES),
            Map.entry("fanz.fraud.velocity-amount", IN_THE_RULES),
            Map.entry("fanz.fraud.velocity-declines", IN_THE_RULES),
            Map.entry("fanz.fraud.new-account", IN_THE_RULES),
            Map.entry("fanz.fraud.unusual-factor", IN_THE_RULES),
            Map.entry("fanz.fraud.large-first-amount", IN_THE_RULES),
            Map.entry("fanz.identity.signing-key-kept", "is called fanz.identity.signing-key-kept-for now"),
            Map.entry("fanz.limits.block-max", "is called fanz.limits.block-time-max now"),
            Map.entry("fanz.limits.blocks-kept", "is called fanz.limits.blocks-kept-for now"),
            Map.entry("fanz.monitoring.block-time", "is called fanz.monitoring.brute-force-block-time now"),
            Map.entry("fanz.payments.job-batch", "is called fanz.payments.job-batch-max now"),
            Map.entry("fanz.payments.asset", "is called fanz.currency.asset now"));

    private RemovedSettings() {}

    /** What became of it, in a sentence that writes names as this one is written; empty if there was never one of this name. */
    static Optional<String> fate(String written) {
        String plain = SettingNames.canonical(written);
        return INSTEAD.entrySet().stream()
                .filter(gone -> SettingNames.canonical(gone.getKey()).equals(plain))
                .findFirst()
                .map(gone -> gone.getKey() + " " + gone.getValue() + ".")
                .map(said -> SettingNames.isVariable(written) ? SettingNames.asVariables(said) : said);
    }
}
